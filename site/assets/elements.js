/* Small things that the other scripts share: making elements, saying things to those who listen to the page, keeping
   what is shown in the address. What is given as text stays text. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* An element with attributes and children. An attribute that is null or false is left out, true is an empty one;
     a function becomes a listener; children that are null are left out. */
  verbatim.make = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (typeof value === "function") element.addEventListener(name, value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /* The class of what belongs to a group, by its position: there are eight shapes and colours, then they begin again. */
  verbatim.groupClass = (group) => "group-" + ((group % 8) + 1);

  /* The shape and colour of a group, by its position. */
  verbatim.groupMark = function (group) {
    if (group === undefined) return null;
    return verbatim.make("span", { class: "group-mark " + verbatim.groupClass(group), "aria-hidden": "true" });
  };

  let region;

  /* Says a text to screen readers, without moving anything. */
  verbatim.announce = function (text) {
    if (!region) {
      region = verbatim.make("p", { class: "visually-hidden", role: "status" });
      document.body.append(region);
      /* What is there when a region appears is not read out; what comes later is. */
      setTimeout(() => (region.textContent = text), 100);
    } else region.textContent = text;
  };

  /* Keeps a state, and an address if one is given, as a step to go back from or in place of the present one. Some
     browsers refuse that for pages from a disk, or after very many changes; then the way back is less exact. */
  verbatim.setHistory = function (isStep, state, address) {
    try {
      if (isStep) history.pushState(state, "", address);
      else history.replaceState(state, "", address);
    } catch {
      return;
    }
  };

  /* Lets only the last of many calls through, once they pause. */
  verbatim.afterPause = function (milliseconds, action) {
    let timer;
    return function (...values) {
      clearTimeout(timer);
      timer = setTimeout(() => action(...values), milliseconds);
    };
  };
})();

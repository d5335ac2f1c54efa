/* Closes an open part of the navigation when the reader goes elsewhere. */
(function () {
  "use strict";

  const OPEN = ".site-nav .nav-group[open]";

  document.addEventListener("click", function (event) {
    for (const group of document.querySelectorAll(OPEN)) {
      if (!group.contains(event.target)) group.open = false;
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const group = document.querySelector(OPEN);
    if (!group) return;
    const hadFocus = group.contains(document.activeElement);
    group.open = false;
    if (hadFocus) group.querySelector("summary").focus();
    event.preventDefault();
  });

  document.addEventListener("focusin", function (event) {
    for (const group of document.querySelectorAll(OPEN)) {
      /* On small screens the groups stand in a menu that pushes nothing aside: there they may stay open. */
      if (!group.contains(event.target) && getComputedStyle(group.lastElementChild).position === "absolute") {
        group.open = false;
      }
    }
  });
})();

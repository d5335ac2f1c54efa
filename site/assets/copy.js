/* Puts a button to each quote that copies its words with who said them, where they were published and their address. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const SHOWN = 2000;

  /* Gives the quotes in a part of the page their button. Who makes quotes later calls it for them. */
  verbatim.addCopyButtons = function (root) {
    const figures = root.matches?.("figure.quote") ? [root] : root.querySelectorAll("figure.quote");
    for (const figure of figures) {
      const caption = figure.querySelector("figcaption");
      if (!caption || caption.querySelector(".copy-button")) continue;
      const isPage = figure.classList.contains("quote-large");
      const key = isPage ? "script-copy-quote-page" : "script-copy";
      const buttons = [button(key, () => citedWords(figure, isPage), figure)];
      if (isPage && canBeShared()) buttons.push(button("script-copy-link", () => here()));
      caption.append(isPage ? verbatim.make("span", { class: "copy-buttons" }, buttons) : buttons[0]);
    }
  };

  /* A button that copies what `text` gives. Of which quote is told to those who do not see where it stands. */
  verbatim.copyButton = button;

  function button(key, text, figure) {
    const name = verbatim.word(key);
    const element = verbatim.make("button", { type: "button", class: "copy-button" }, name);
    const who = figure?.querySelector(".quote-link")?.textContent.trim();
    if (who) element.setAttribute("aria-label", verbatim.word("script-copy-of", { copy: name, attribution: who }));
    let timer;
    element.addEventListener("click", async function () {
      const done = verbatim.word((await put(text())) ? "script-copied" : "script-not-copied");
      element.textContent = done;
      verbatim.announce(done);
      clearTimeout(timer);
      timer = setTimeout(function () {
        element.textContent = name;
        verbatim.announce("");
      }, SHOWN);
    });
    return element;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return putByCommand(text);
    }
  }

  /* For pages that browsers do not trust with the clipboard, such as those that came by plain http. */
  function putByCommand(text) {
    const before = document.activeElement;
    const field = verbatim.make("textarea", { class: "visually-hidden", readonly: true, "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }

  function citedWords(figure, isPage) {
    const words = Array.from(figure.querySelectorAll("blockquote p"), lines).join("\n\n");
    const caption = figure.querySelector("figcaption");
    const link = caption.querySelector(".quote-link");
    const who = link || caption.querySelector(":scope > span:not(.group-mark, .copy-buttons)");
    const quoted = [verbatim.word("script-quoted", { words })];
    if (who) quoted.push(verbatim.word("script-quoted-by", { attribution: oneLine(who) }));
    const parts = [quoted.join("\n"), citation()];
    if (canBeShared() && (isPage || link)) parts.push(isPage ? here() : link.href);
    return parts.filter(Boolean).join("\n\n");
  }

  function citation() {
    const source = document.querySelector(".site-footer .reference") || document.querySelector(".site-title");
    return source ? oneLine(source) : "";
  }

  /* A line break is a line break, whatever stands around it in the file. */
  function lines(paragraph) {
    const copy = paragraph.cloneNode(true);
    for (const end of copy.querySelectorAll("br")) end.replaceWith("\u2028");
    return oneLine(copy).replace(/ ?\u2028 ?/g, "\n");
  }

  function oneLine(element) {
    return element.textContent.replace(/[^\S\u2028\u00a0]+/g, " ").trim();
  }

  /* An address on someone's disk leads nobody else anywhere. */
  function canBeShared() {
    return location.protocol.startsWith("http");
  }

  function here() {
    const address = new URL(location.href);
    address.search = "";
    address.hash = "";
    return address.href;
  }

  verbatim.addCopyButtons(document);
})();

/* Makes the link to the search a field, on every page. What is found shows below it while one types. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;
  const PAGE = "search.html";
  const QUOTES = 5;
  const OTHERS = 3;
  const EXCERPT = 120;
  const SLASH = "verbatim-slash";
  /* How long nothing is said of data that are on their way. */
  const PATIENCE = 400;

  const TYPED_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

  /* A form with a field for words to search for. */
  verbatim.searchForm = function (id, described) {
    const field = make("input", {
      id, type: "search", name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      enterkeyhint: "search", placeholder: verbatim.word("script-search"), "aria-describedby": described,
      "aria-keyshortcuts": verbatim.slash.isOn() ? "/" : null,
    });
    const label = make("label", { class: "visually-hidden", for: id }, verbatim.word("script-search-label"));
    const form = make("form", { role: "search", class: "search-form", action: PAGE }, label, field);
    return { form, field };
  };

  /* Whether the key / is used. Who speaks to the computer, or strays on the keyboard, can turn it off on the page of
     results. Where a browser keeps nothing for a page, the key stays on. */
  verbatim.slash = {
    isOn() {
      try {
        return localStorage.getItem(SLASH) !== "off";
      } catch {
        return true;
      }
    },
    turn(isOn) {
      try {
        if (isOn) localStorage.removeItem(SLASH);
        else localStorage.setItem(SLASH, "off");
      } catch {
        /* As above. */
      }
    },
  };

  /* The key / leads to the field, unless one is typing. */
  verbatim.slashLeadsTo = function (field) {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target.closest?.(TYPED_IN) || !verbatim.slash.isOn()) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  };

  const link = document.querySelector(".site-header .search-link");
  if (!link) return;
  /* The page of results has a field of its own. */
  if (document.getElementById("search-page")) return link.remove();

  const { form, field } = verbatim.searchForm("site-search-field", "site-search-hint");
  const key = verbatim.slash.isOn() ? make("kbd", { class: "search-key", "aria-hidden": "true" }, "/") : "";
  const hint = make("span", { id: "site-search-hint", hidden: true }, verbatim.word("script-search-hint"));
  const panel = make("div", { class: "search-panel", hidden: true });
  form.classList.add("site-search");
  form.append(key, hint, panel);
  link.replaceWith(form);
  verbatim.slashLeadsTo(field);

  const say = verbatim.afterPause(500, verbatim.announce);
  /* Answers can come late; only that to the last question counts. */
  let asked = 0;

  field.addEventListener("focus", function () {
    verbatim.finder().catch(() => {});
    if (field.value.trim() && panel.hidden) search();
  });
  field.addEventListener("input", search);

  async function search() {
    const query = field.value.trim();
    asked += 1;
    const question = asked;
    if (!query) return close();
    const waiting = setTimeout(function () {
      if (question === asked && panel.hidden) show([note("script-search-loading")]);
    }, PATIENCE);
    try {
      const finder = await verbatim.finder();
      if (question !== asked) return;
      const found = finder.find(query);
      const content = await panelContent(finder, found, query);
      if (question !== asked || !form.contains(document.activeElement)) return;
      show(content);
      const notes = verbatim.resultNotes(found, query);
      if (found.total === 0) say(notes.join(" "));
      else say([verbatim.count("count-results", found.total), ...notes].join(". "));
    } catch {
      if (question !== asked) return;
      show([note("script-search-failed")]);
      say(verbatim.word("script-search-failed"));
    } finally {
      clearTimeout(waiting);
    }
  }

  function note(key) {
    return make("p", { class: "search-note" }, verbatim.word(key));
  }

  async function panelContent(finder, found, query) {
    const shown = found.kinds.map(({ kind, documents }) => documents.slice(0, kind === "quote" ? QUOTES : OTHERS));
    const items = await verbatim.resultItems(finder, found, shown.flat(), EXCERPT);
    const content = verbatim.resultNotes(found, query).map((note) => make("p", { class: "search-note" }, note));
    found.kinds.forEach(function ({ kind, documents }, i) {
      const id = "search-kind-" + kind;
      const count = make("span", { class: "tally" }, verbatim.number(documents.length));
      content.push(
        make("p", { class: "search-kind", id }, verbatim.kindTitle(kind), " ", count),
        make("ul", { class: "search-results", "aria-labelledby": id }, items.splice(0, shown[i].length))
      );
    });
    if (found.total > 0) {
      const all = verbatim.count("script-all-results", found.total);
      content.push(make("p", { class: "search-all" }, make("a", { href: address(query) }, all)));
    }
    return content;
  }

  function show(content) {
    panel.replaceChildren(...content);
    panel.scrollTop = 0;
    panel.hidden = false;
  }

  function close() {
    asked += 1;
    panel.hidden = true;
  }

  function address(query) {
    return PAGE + "?q=" + encodeURIComponent(query);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const query = field.value.trim();
    location.href = query ? address(query) : PAGE;
  });

  form.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = panel.hidden ? [] : Array.from(panel.querySelectorAll("a"));
    const place = links.indexOf(document.activeElement);
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        if (links.length === 0) return;
        event.preventDefault();
        /* The field stands before the first and after the last. */
        const stops = [field, ...links];
        const step = event.key === "ArrowDown" ? 1 : -1;
        stops[(place + 1 + step + stops.length) % stops.length].focus();
        return;
      }
      case "Home":
      case "End":
        if (place < 0) return;
        event.preventDefault();
        links[event.key === "Home" ? 0 : links.length - 1].focus();
        return;
      case "Escape":
        if (panel.hidden) return;
        event.preventDefault();
        field.focus();
        close();
        return;
      case "Tab":
        /* From any result, on to what comes after the search. */
        if (place >= 0) field.focus();
        close();
        return;
      default:
        /* Who types on in the results means the field. */
        if (place >= 0 && (event.key === "Backspace" || (event.key.length === 1 && event.key !== " "))) field.focus();
    }
  });

  document.addEventListener("pointerdown", function (event) {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
})();

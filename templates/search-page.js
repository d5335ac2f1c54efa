/* The page of all results. What is asked stands in its address, so that it can be kept, sent and gone back to. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;
  const MORE = 20;
  const EXCERPT = 240;

  const root = document.getElementById("search-page");
  if (!root) return;
  const parts = document.getElementById("search-parts");
  const title = document.title;

  const { form, field } = verbatim.searchForm("search-page-field", null);
  const status = make("div", { class: "search-status", role: "status" });
  const notes = make("div", { class: "search-notes" });
  const results = make("div", { class: "search-found" });
  form.classList.add("search-page-form");
  form.append(make("button", { type: "submit", class: "button" }, verbatim.word("script-search")));
  const slash = make("input", { type: "checkbox", id: "search-slash" });
  slash.checked = verbatim.slash.isOn();
  slash.addEventListener("change", () => verbatim.slash.turn(slash.checked));
  const setting = make("label", { class: "search-setting" }, slash, " ", verbatim.word("script-search-slash"));
  root.append(form, status, notes, results);
  (parts || results).after(setting);
  verbatim.slashLeadsTo(field);

  let asked = 0;
  /* How many of each kind are shown. */
  let shown = {};

  async function search(query) {
    asked += 1;
    const question = asked;
    document.title = query ? verbatim.word("script-search-title", { query, title }) : title;
    if (!query) return show([], [], "", false);
    try {
      const finder = await verbatim.finder();
      if (question !== asked) return;
      const found = finder.find(query);
      const sections = await Promise.all(found.kinds.map((kind) => section(finder, found, kind)));
      if (question !== asked) return;
      const jumps = found.kinds.length > 1 ? [jumpList(found.kinds)] : [];
      const sentence = verbatim.count("script-results-for", found.total, { query });
      const [first, ...others] = verbatim.resultNotes(found, query);
      if (found.total === 0) show([], others, first, false);
      else show([...jumps, ...sections], [first, ...others].filter(Boolean), sentence, true);
    } catch {
      if (question === asked) show([], [], verbatim.word("script-search-failed"), false);
    }
  }

  function show(content, sentences, said, hasResults) {
    status.textContent = said;
    notes.replaceChildren(...sentences.map((sentence) => make("p", null, sentence)));
    results.replaceChildren(...content);
    if (parts) parts.hidden = hasResults;
  }

  function jumpList(kinds) {
    const items = kinds.map(function ({ kind, documents }) {
      const count = make("span", { class: "tally" }, verbatim.number(documents.length));
      return make("li", null, make("a", { href: "#found-" + kind }, verbatim.kindTitle(kind)), " ", count);
    });
    return make("nav", { "aria-label": verbatim.word("script-kinds") }, make("ul", { class: "search-jumps" }, items));
  }

  async function section(finder, found, { kind, documents }) {
    const list = make("ul", { class: "search-results" });
    const count = make("span", { class: "tally" }, verbatim.number(documents.length));
    const heading = make("h2", { id: "found-" + kind }, verbatim.kindTitle(kind), " ", count);
    const more = make("button", { type: "button", class: "button" });
    const body = make("div", null, list, more);

    async function fill(upTo) {
      const from = list.children.length;
      list.append(...(await verbatim.resultItems(finder, found, documents.slice(from, upTo), EXCERPT)));
      const left = documents.length - list.children.length;
      more.textContent = verbatim.word("script-show-more", { count: Math.min(MORE, left) });
      more.hidden = left === 0;
      return list.children[from];
    }

    more.addEventListener("click", async function () {
      shown[kind] = list.children.length + MORE;
      (await fill(shown[kind]))?.querySelector("a").focus();
      keep();
    });
    await fill(shown[kind] || MORE);
    return make("section", { class: "side", "aria-labelledby": heading.id }, heading, body);
  }

  /* The address */

  const asks = () => new URLSearchParams(location.search).get("q")?.trim() || "";

  function address(query) {
    return location.pathname + (query ? "?q=" + encodeURIComponent(query) : "");
  }

  function keep() {
    verbatim.setHistory(false, { shown, scroll: window.scrollY });
  }

  async function restore() {
    const state = history.state;
    field.value = asks();
    shown = state?.shown || {};
    await search(field.value);
    if (state?.scroll) window.scrollTo({ top: state.scroll, behavior: "instant" });
  }

  /* The first change after coming to the field is a step to go back from; what is typed on only changes it. */
  let isStep = false;
  field.addEventListener("focus", () => (isStep = true));

  function take() {
    const query = field.value.trim();
    if (query === asks()) return;
    keep();
    shown = {};
    verbatim.setHistory(isStep && asks() !== "", null, address(query));
    isStep = false;
    search(query);
  }

  field.addEventListener("input", verbatim.afterPause(150, take));
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    take();
    isStep = true;
  });
  results.addEventListener("click", keep);

  history.scrollRestoration = "manual";
  window.addEventListener("pagehide", keep);
  window.addEventListener("popstate", function (event) {
    /* Jumps within the page come here too; for those nothing needs to be found again. */
    if (field.value.trim() !== asks()) restore();
    else if (event.state?.scroll !== undefined) window.scrollTo({ top: event.state.scroll, behavior: "instant" });
  });
  restore();
})();

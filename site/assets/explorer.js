/* The page of quotes: chooses, orders and shows them. The list that the page came with stays until something is
   chosen. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;
  const MORE = 50;

  const root = document.getElementById("explorer");
  const all = document.getElementById("all-quotes");
  if (!root || !all) return;

  const wordsField = make("input", {
    type: "search", id: "explorer-words", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
  });
  const wordsLabel = make("label", { for: "explorer-words" }, verbatim.word("script-words-in-quotes"));
  const wordsNote = make("p", { class: "explorer-note", id: "explorer-note" });
  const filterNumber = make("span", { class: "facet-number", hidden: true });
  const filterButton = make(
    "button",
    { type: "button", class: "button filter-button", "aria-expanded": "false", "aria-controls": "explorer-facets" },
    verbatim.word("script-filter"), " ", filterNumber
  );
  const facetList = make("div", { class: "facets", id: "explorer-facets" });
  /* On small screens the list begins below the facets, often out of sight: this leads there. */
  const doneButton = make("button", { type: "button", class: "button explorer-done" });
  const side = make(
    "form",
    { class: "explorer-side", "aria-label": verbatim.word("script-filter-label") },
    make("div", { class: "explorer-words" }, wordsLabel, wordsField, wordsNote),
    filterButton,
    facetList
  );
  const status = make("p", { class: "explorer-status", role: "status", tabindex: "-1" });
  const sortSelect = make("select", { id: "explorer-sort" });
  const bySelect = make("select", { id: "explorer-by" });
  const selects = [labelled("script-sort", sortSelect), labelled("script-by", bySelect)];
  const bar = make("div", { class: "explorer-bar" }, status, selects);
  const chips = make("ul", { class: "chips", "aria-label": verbatim.word("script-active-filters"), hidden: true });
  const found = make("div", { class: "explorer-found", hidden: true });
  const moreButton = make("button", { type: "button", class: "button", hidden: true });
  const csvButton = make("button", { type: "button", class: "copy-button" }, verbatim.word("script-download-csv"));
  const copyButton = verbatim.copyButton("script-copy-view", () => location.href);
  const actions = make("div", { class: "explorer-actions" }, copyButton, csvButton);
  const list = make("div", { class: "explorer-list" }, found, moreButton, all);
  const main = make("div", { class: "explorer-main" }, bar, chips, actions, list);

  root.classList.add("explorer");
  root.append(side, main);

  let study;
  let facets;
  let controls;
  let choices;
  /* What the choices lead to: the quotes in order, their sections, and how many are shown. */
  let view = { quotes: [], people: 0, sections: [], shown: 0, matches: null };
  /* Texts can come late; only those for the last view count. */
  let drawn = 0;
  /* A chip that is pressed goes away. The focus goes to the one in its place or, if there is none, to the number
     of quotes. */
  let placeToFocus = null;

  /* What needs no data stands there from the start, so that the list moves only once. */
  const tallyOfPage = document.querySelector(".page-head .tally");
  if (tallyOfPage) {
    status.textContent = tallyOfPage.textContent;
    tallyOfPage.hidden = true;
  }
  fillSelects();

  verbatim.load("search/study").then(begin, fail);

  function fail() {
    status.textContent = verbatim.word("script-quotes-failed");
    for (const element of [side, actions, ...selects]) element.hidden = true;
  }

  function begin(loaded) {
    study = loaded;
    facets = verbatim.facets(study);
    controls = verbatim.facetControls(facets, function (facet, options) {
      change({ ...choices, options: choices.options.map((set, i) => (i === facet ? options : set)) });
    });
    facetList.append(...controls.elements, doneButton);
    for (const by of verbatim.GROUPINGS) {
      if (study[by + "s"]?.length === 0) bySelect.querySelector(`[value="${by}"]`).remove();
    }

    history.scrollRestoration = "manual";
    window.addEventListener("popstate", restore);
    window.addEventListener("pagehide", keep);
    wordsField.addEventListener("input", verbatim.afterPause(120, typed));
    side.addEventListener("submit", (event) => event.preventDefault());
    sortSelect.addEventListener("change", function () {
      change({ ...choices, sort: sortSelect.value === usualSort() ? "" : sortSelect.value });
    });
    bySelect.addEventListener("change", function () {
      const usual = usualGrouping({ ...choices, by: "" });
      change({ ...choices, by: bySelect.value === usual ? "" : bySelect.value });
    });
    moreButton.addEventListener("click", showMore);
    csvButton.addEventListener("click", download);
    filterButton.addEventListener("click", () => openFacets(!side.classList.contains("is-open")));
    doneButton.addEventListener("click", function () {
      openFacets(false);
      status.focus({ preventScroll: true });
      main.scrollIntoView({ block: "start" });
    });
    const early = wordsField.value;
    return restore().then(function () {
      /* Who typed before the data were there meant it. */
      if (!early || choices.words) return;
      wordsField.value = early;
      typed();
    });
  }

  function openFacets(isOpen) {
    side.classList.toggle("is-open", isOpen);
    filterButton.setAttribute("aria-expanded", String(isOpen));
  }

  /* The address and the way back */

  async function restore() {
    const state = history.state;
    choices = verbatim.readChoices(facets, location.search);
    wordsField.value = choices.words;
    await show(state?.shown || MORE);
    if (state?.scroll !== undefined) window.scrollTo({ top: state.scroll, behavior: "instant" });
  }

  function keep() {
    verbatim.setHistory(false, { shown: view.shown, scroll: window.scrollY });
  }

  function setAddress(isStep) {
    verbatim.setHistory(isStep, null, location.pathname + verbatim.writeChoices(facets, choices));
  }

  function change(next, isStep = true) {
    if (isStep) keep();
    choices = next;
    setAddress(isStep);
    /* The list begins anew, so its beginning should be in sight. */
    const isWide = getComputedStyle(filterButton).display === "none";
    if (isWide && main.getBoundingClientRect().top < 0) main.scrollIntoView({ block: "start", behavior: "instant" });
    return show(MORE);
  }

  function typed() {
    const words = wordsField.value.trim();
    if (words !== choices.words) change({ ...choices, words }, false);
  }

  const usualSort = () => (choices.words ? "best" : "study");
  const isAnything = (chosen) => verbatim.writeChoices(facets, chosen) !== "";
  const isAnythingChosen = () => isAnything(choices);
  /* The list that the page came with stands under themes; what is chosen from it stands in one row. */
  const usualGrouping = (chosen) => (isAnything(chosen) || study.themes.length === 0 ? "nothing" : "theme");

  /* Showing */

  async function show(upTo) {
    drawn += 1;
    const number = drawn;
    let looked = null;
    if (choices.words) {
      try {
        looked = (await verbatim.finder()).quotes(choices.words);
        wordsNote.textContent = verbatim.mendedNote(looked.words);
      } catch {
        wordsNote.textContent = verbatim.word("script-search-failed");
      }
      if (number !== drawn) return;
    } else wordsNote.textContent = "";

    const sort = choices.sort && (choices.sort !== "best" || looked) ? choices.sort : looked ? "best" : "study";
    const tally = verbatim.tally(study, facets, choices.options, looked?.scores ?? null);
    const quotes = verbatim.sorted(study, tally.quotes, sort, looked?.scores);
    const sections = verbatim.sections(study, quotes, choices.by, isMeant);
    const matches = looked ? verbatim.matcher(looked.words) : null;
    view = { quotes, people: tally.people, sections, shown: 0, matches };

    controls.update(choices.options, tally.counts);
    showStatus();
    showChips();
    showSelects(sort, looked !== null);

    if (!isAnythingChosen()) {
      found.replaceChildren();
      found.hidden = moreButton.hidden = true;
      all.hidden = false;
      return;
    }
    await draw(number, upTo, true);
  }

  /* Adds quotes to the list until so many are shown; gives the first new one. */
  async function draw(number, upTo, isAnew) {
    const from = isAnew ? 0 : view.shown;
    const steps = slice(view.sections, from, upTo);
    let texts;
    try {
      texts = await verbatim.texts(study, steps.filter((step) => step.quote !== undefined).map((step) => step.quote));
    } catch {
      if (number === drawn) status.textContent = verbatim.word("script-quotes-failed");
      return null;
    }
    if (number !== drawn) return null;
    const nodes = [];
    let first = null;
    for (const step of steps) {
      if (step.quote === undefined) nodes.push(verbatim.sectionHeading(step.section));
      else {
        const figure = verbatim.quoteFigure(study, step.quote, texts.get(step.quote), view.matches);
        first ??= figure;
        nodes.push(figure);
      }
    }
    if (isAnew) {
      const heading = view.sections.some((section) => section.title) ? [] : [make("h2", { class: "visually-hidden" }, verbatim.word("script-found"))];
      found.replaceChildren(...heading, ...nodes);
      found.hidden = false;
      all.hidden = true;
    } else found.append(...nodes);

    const total = view.sections.reduce((sum, section) => sum + section.quotes.length, 0);
    view.shown = Math.min(Math.max(upTo, from), total);
    const left = total - view.shown;
    moreButton.hidden = left === 0;
    moreButton.textContent = verbatim.word("script-show-more", { count: Math.min(MORE, left) });
    return first;
  }

  /* The quotes between two places of the list, each section's heading before its first. */
  function slice(sections, from, to) {
    const steps = [];
    let at = 0;
    for (const section of sections) {
      if (at >= to) break;
      const end = at + section.quotes.length;
      if (section.title && at >= from) steps.push({ section });
      for (let i = Math.max(from, at); i < Math.min(to, end); i += 1) steps.push({ quote: section.quotes[i - at] });
      at = end;
    }
    return steps;
  }

  async function showMore() {
    const first = await draw(drawn, view.shown + MORE, false);
    first?.querySelector(".quote-link").focus();
  }

  /* Under headings of themes, only those that were chosen are meant, if any were. */
  function isMeant(kind, index) {
    const at = facets.findIndex((facet) => facet.kind === kind);
    if (at < 0 || choices.options[at].size === 0) return true;
    const { options } = facets[at];
    for (let i = index; i !== undefined; i = options[i].parent) if (choices.options[at].has(i)) return true;
    return false;
  }

  function showStatus() {
    const total = study.quotes.ids.length;
    const { quotes, people } = view;
    const participants = verbatim.count("count-participants", people);
    doneButton.textContent = verbatim.count("script-show-quotes", quotes.length);
    if (quotes.length === total) status.textContent = verbatim.count("script-all-shown", total, { participants });
    else if (quotes.length === 0) status.textContent = verbatim.word("script-no-quote-left");
    else status.textContent = verbatim.count("script-some-shown", total, { shown: quotes.length, participants });
  }

  function showChips() {
    const shown = facets.flatMap((facet, i) =>
      [...choices.options[i]].sort((a, b) => a - b).map(function (option) {
        const { title } = facet.options[option];
        const isAttribute = facet.kind === "attribute";
        return {
          title: isAttribute ? verbatim.word("script-chip", { facet: facet.title, title }) : title,
          group: facet.kind === "group" ? option : undefined,
          without: () => ({ ...choices, options: withoutOption(i, option) }),
        };
      })
    );
    const sort = choices.sort === "best" ? "" : choices.sort;
    if (choices.words) {
      const title = verbatim.word("script-quoted", { words: choices.words });
      shown.push({ title, without: () => ({ ...choices, words: "", sort }) });
    }
    filterNumber.textContent = verbatim.number(shown.length);
    filterNumber.hidden = shown.length === 0;
    chips.hidden = shown.length === 0;
    const items = shown.map(function ({ title, group, without }, i) {
      const label = verbatim.word("script-remove", { title });
      const content = [verbatim.groupMark(group), make("span", { class: "chip-title" }, title)];
      return chip(make("button", { type: "button", class: "chip", "aria-label": label }, content), i, without);
    });
    if (shown.length > 1) {
      const button = make("button", { type: "button", class: "copy-button" }, verbatim.word("script-clear-all"));
      items.push(chip(button, -1, () => ({ ...verbatim.noChoices(facets), sort, by: choices.by })));
    }
    chips.replaceChildren(...items);
    if (placeToFocus !== null) {
      const buttons = chips.querySelectorAll(".chip");
      const next = placeToFocus < 0 ? null : buttons[Math.min(placeToFocus, buttons.length - 1)];
      (next || status).focus();
      placeToFocus = null;
    }
  }

  function withoutOption(facet, option) {
    return choices.options.map((set, i) => (i === facet ? new Set([...set].filter((it) => it !== option)) : set));
  }

  function chip(button, place, without) {
    button.addEventListener("click", function () {
      const next = without();
      wordsField.value = next.words;
      placeToFocus = place;
      change(next);
    });
    return make("li", null, button);
  }

  function labelled(key, select) {
    return make("label", { class: "explorer-select" }, make("span", null, verbatim.word(key)), select);
  }

  function fillSelects() {
    const sorts = verbatim.SORTS.map((sort) => make("option", { value: sort }, verbatim.word("script-sort-" + sort)));
    sortSelect.append(...sorts);
    showSelects("study", false);
    for (const by of verbatim.GROUPINGS) {
      bySelect.append(make("option", { value: by }, verbatim.word("script-by-" + by)));
    }
    bySelect.value = "theme";
  }

  function showSelects(sort, hasWords) {
    const best = sortSelect.options[verbatim.SORTS.indexOf("best")];
    best.hidden = best.disabled = !hasWords;
    sortSelect.value = sort;
    if (choices) bySelect.value = choices.by || usualGrouping(choices);
  }

  async function download() {
    try {
      const texts = await verbatim.texts(study, view.quotes);
      const rows = verbatim.quoteRows(study, view.quotes, texts, (href) => new URL(href, location.href).href);
      verbatim.download("quotes.csv", "text/csv;charset=utf-8", verbatim.csv(rows));
    } catch {
      status.textContent = verbatim.word("script-quotes-failed");
    }
  }
})();

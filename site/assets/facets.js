/* The controls by which quotes are chosen. What a closed branch holds is made when it is first opened. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;
  const MANY = 30;
  /* How many are listed for what was typed to find one. */
  const MOST_LISTED = 40;

  /* Controls for facets: {element, update}. `onChoose(facet, options)` is told what is chosen now in a facet;
     `update(chosen, counts)` shows what is chosen and how many quotes each choice would leave. */
  verbatim.facetControls = function (facets, onChoose) {
    const controls = facets.map(function (facet, i) {
      const choose = (options) => onChoose(i, options);
      return facet.kind === "claim" ? claimControl(facet, i, choose) : checkboxControl(facet, i, choose);
    });
    return {
      elements: controls.map((control) => control.element),
      update(chosen, counts) {
        controls.forEach((control, i) => control.update(chosen[i], counts[i]));
      },
    };
  };

  /* A facet that can be folded. */
  function fold(facet, isOpen, body) {
    const number = make("span", { class: "facet-number" });
    const element = make("details", { class: "facet facet-" + facet.kind, open: isOpen });
    element.append(make("summary", null, make("span", { class: "facet-title" }, facet.title), number));
    const fill = () => element.childElementCount < 2 && element.append(body());
    if (isOpen) fill();
    element.addEventListener("toggle", fill);
    return {
      element,
      fill,
      show(count) {
        number.textContent = count > 0 ? verbatim.number(count) : "";
        number.hidden = count === 0;
        if (count > 0) number.setAttribute("aria-label", verbatim.count("script-chosen", count));
      },
    };
  }

  function checkboxControl(facet, index, choose) {
    const { options } = facet;
    const below = children(options);
    /* For each option what shows it: in the tree, and in the list of what was typed. */
    const views = options.map(() => []);
    const branches = new Map();
    let chosen = new Set();
    let counts = new Int32Array(options.length);
    let hasChosenBelow = new Set();
    let list;
    let wasShown = false;

    const folded = fold(facet, facet.kind === "group" || facet.kind === "theme", body);

    function body() {
      const tree = facet.kind === "participant" ? people() : choiceList(below.get(undefined));
      if (options.length <= MANY) return make("div", { class: "facet-body" }, tree);
      const id = "facet-filter-" + index;
      const label = verbatim.word("script-facet-filter", { facet: facet.title });
      const field = make("input", {
        type: "search", id, class: "facet-filter", autocomplete: "off",
        placeholder: verbatim.word("script-facet-filter-hint"), "aria-label": label,
      });
      list = make("div", { class: "facet-list" });
      list.hidden = true;
      field.addEventListener("input", function () {
        listTyped(field.value);
        tree.hidden = !list.hidden;
      });
      /* Enter would send the form that the controls stand in. */
      field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
      return make("div", { class: "facet-body" }, field, list, tree);
    }

    function listTyped(typed) {
      for (const view of views) {
        for (let i = view.length - 1; i >= 0; i -= 1) if (list.contains(view[i].input)) view.splice(i, 1);
      }
      const words = verbatim.words(typed).map(({ word }) => word);
      list.hidden = words.length === 0;
      if (list.hidden) return list.replaceChildren();
      const found = [];
      options.forEach(function (option, at) {
        option.words ??= verbatim.words(option.title + " " + (option.fullTitle || "")).map(({ word }) => word);
        if (words.every((word) => option.words.some((own) => own.startsWith(word)))) found.push(at);
      });
      const items = found.slice(0, MOST_LISTED);
      const left = found.length - items.length;
      list.replaceChildren(choiceList(items, true));
      let note = "";
      if (left > 0) note = verbatim.count("script-facet-more", left);
      else if (found.length === 0) note = verbatim.word("script-facet-none");
      if (note) list.append(make("p", { class: "facet-more" }, note));
    }

    function choiceList(items, isFlat = false) {
      return make("ul", { class: "choices" }, items.map((at) => item(at, isFlat)));
    }

    function item(at, isFlat) {
      const option = options[at];
      const input = make("input", { type: "checkbox" });
      const count = make("span", { class: "choice-count" });
      const mark = facet.kind === "group" ? verbatim.groupMark(at) : null;
      const title = make("span", { class: "choice-title" }, mark, option.title);
      /* Out of the tree, a theme says where it belongs. */
      const above = isFlat ? options[option.parent] : undefined;
      if (above) title.append(" ", make("span", { class: "choice-above" }, above.title));
      const label = make("label", { class: "choice" }, input, title, count);
      input.addEventListener("click", function (event) {
        if (input.getAttribute("aria-disabled") === "true") event.preventDefault();
        else choose(verbatim.toggle(facet, chosen, at));
      });
      const view = { input, label, count };
      views[at].push(view);
      show(at, view);
      const element = make("li", null, label);
      if (!isFlat && below.has(at)) branch(element, at, option.title, () => choiceList(below.get(at)));
      return element;
    }

    /* A button that opens what is below. */
    function branch(element, key, title, content) {
      const label = verbatim.word("script-facet-below", { title });
      const button = make("button", {
        type: "button", class: "branch-button", "aria-expanded": "false", "aria-label": label,
      });
      let inner;
      const open = function (isOpen) {
        inner ??= element.appendChild(content());
        inner.hidden = !isOpen;
        button.setAttribute("aria-expanded", String(isOpen));
      };
      button.addEventListener("click", () => open(button.getAttribute("aria-expanded") === "false"));
      element.firstElementChild.after(button);
      element.classList.add("has-branch");
      branches.set(key, open);
    }

    /* Participants by group; without groups in one list. */
    function people() {
      const groups = new Map();
      options.forEach(function (option, at) {
        if (!option.title) return;
        if (!groups.has(option.group)) groups.set(option.group, []);
        groups.get(option.group).push(at);
      });
      if (groups.size < 2) return choiceList([...groups.values()].flat());
      const items = [...groups].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity)).map(function ([group, members]) {
        const title = facet.groups[group]?.title || verbatim.word("script-no-group");
        const head = make("span", { class: "choice branch-title" }, verbatim.groupMark(group), title);
        const element = make("li", null, head);
        branch(element, "group-" + group, title, () => choiceList(members));
        return element;
      });
      return make("ul", { class: "choices" }, items);
    }

    function show(at, view) {
      const isChosen = chosen.has(at);
      const isEmpty = counts[at] === 0 && !isChosen;
      view.input.checked = isChosen;
      view.input.indeterminate = !isChosen && hasChosenBelow.has(at);
      const text = verbatim.number(counts[at]);
      if (view.count.textContent !== text) view.count.textContent = text;
      if (isEmpty) view.input.setAttribute("aria-disabled", "true");
      else view.input.removeAttribute("aria-disabled");
      view.label.classList.toggle("is-empty", isEmpty);
    }

    return {
      element: folded.element,
      update(nextChosen, nextCounts) {
        chosen = nextChosen;
        counts = nextCounts;
        hasChosenBelow = new Set();
        for (const option of chosen) {
          for (let at = options[option].parent; at !== undefined; at = options[at].parent) hasChosenBelow.add(at);
        }
        folded.show(chosen.size);
        if (chosen.size > 0 && !wasShown) {
          /* What an address chose is in sight when the page is opened. */
          folded.fill();
          folded.element.open = true;
          for (const at of [...hasChosenBelow].sort((a, b) => a - b)) branches.get(at)?.(true);
          if (facet.kind === "participant") for (const at of chosen) branches.get("group-" + options[at].group)?.(true);
        }
        wasShown = true;
        for (let at = 0; at < views.length; at += 1) for (const view of views[at]) show(at, view);
      },
    };
  }

  /* Claims are long sentences: one of them is chosen from a list that unfolds. */
  function claimControl(facet, index, choose) {
    const id = "facet-claim-" + index;
    const options = facet.options.map((option, at) => make("option", { value: at }, option.title));
    const any = make("option", { value: "" }, verbatim.word("script-any"));
    const select = make("select", { id, class: "facet-select", "aria-label": facet.title }, any);
    for (const kind of ["proposition", "box"]) {
      const own = options.filter((_, at) => facet.options[at].parameter === kind);
      if (own.length > 0) select.append(make("optgroup", { label: verbatim.kindTitle(kind) }, own));
    }
    select.addEventListener("change", () => choose(new Set(select.value === "" ? [] : [Number(select.value)])));
    let wasShown = false;
    const folded = fold(facet, false, () => make("div", { class: "facet-body" }, select));
    return {
      element: folded.element,
      update(chosen, counts) {
        const [first] = chosen;
        folded.show(chosen.size);
        if (chosen.size > 0 && !wasShown) {
          folded.fill();
          folded.element.open = true;
        }
        wasShown = true;
        facet.options.forEach(function (option, at) {
          const text = verbatim.word("script-option-count", { title: option.title, count: counts[at] });
          if (options[at].textContent !== text) options[at].textContent = text;
          options[at].disabled = counts[at] === 0 && at !== first;
        });
        select.value = first === undefined ? "" : String(first);
      },
    };
  }

  function children(options) {
    const below = new Map([[undefined, []]]);
    options.forEach(function ({ parent }, at) {
      if (!below.has(parent)) below.set(parent, []);
      below.get(parent).push(at);
    });
    return below;
  }
})();

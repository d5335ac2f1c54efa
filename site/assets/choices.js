/* What quotes can be chosen by, and what of it is chosen: as values, and as the address of a view. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* The facets of a study, those that have something to choose:
     {kind, title, options: [{parameter, slug, title, parent, group}], codes: {starts, values}}
     The codes say which options each quote has. */
  verbatim.facets = function (study) {
    const people = study.quotes.participants;
    const ofPerson = (option) => verbatim.flatten(people.map((person) => option(study.participants[person]) ?? []));
    const facets = [];

    facets.push({
      kind: "group",
      title: verbatim.word("script-facet-group"),
      options: study.groups.map(({ slug, title }, group) => ({ parameter: "group", slug, title, group })),
      codes: ofPerson((person) => (person?.group === undefined ? [] : [person.group])),
    });

    facets.push({
      kind: "theme",
      title: verbatim.word("script-facet-theme"),
      options: study.themes.map((theme) => ({
        parameter: "theme", slug: theme.slug, parent: theme.parent,
        title: verbatim.shortTitle(theme), fullTitle: theme.title,
      })),
      codes: verbatim.flatten(study.quotes.themes.map((themes) => verbatim.withAbove(study.themes, themes))),
    });

    facets.push({
      kind: "construct",
      title: verbatim.word("script-facet-construct"),
      options: study.constructs.map(({ slug, title }) => ({ parameter: "construct", slug, title })),
      codes: verbatim.flatten(study.quotes.themes.map((themes) => verbatim.constructsOf(study, themes))),
    });

    facets.push({
      kind: "participant",
      title: verbatim.word("script-facet-participant"),
      options: study.participants.map(({ slug, name, group }) => ({
        parameter: "participant", slug, title: name, group,
      })),
      groups: study.groups,
      codes: verbatim.flatten(people.map((person) => (study.participants[person]?.name ? [person] : []))),
    });

    study.attributes.forEach(function (label, i) {
      const values = [...new Set(study.participants.map((person) => person.attributes?.[i] || ""))].filter(Boolean);
      values.sort(verbatim.compare);
      const position = new Map(values.map((value, at) => [value, at]));
      facets.push({
        kind: "attribute",
        title: label,
        options: values.map((value) => ({ parameter: "attr-" + label, slug: value, title: value })),
        codes: ofPerson((person) => {
          const at = position.get(person?.attributes?.[i]);
          return at === undefined ? [] : [at];
        }),
      });
    });

    facets.push({
      kind: "claim",
      title: verbatim.word("script-facet-claim"),
      options: study.claims.map(({ kind, slug, title }) => ({ parameter: kind, slug, title })),
      codes: verbatim.flatten(behindClaims(study)),
    });

    return facets.filter((facet) => facet.options.length > (facet.kind === "claim" ? 0 : 1));
  };

  /* Names in the order of the language, with 2 before 10. */
  const collator = verbatim.inLanguage(Intl.Collator, { numeric: true });
  verbatim.compare = collator.compare;

  /* For each quote the claims that rest on it: by name, or by a theme of theirs or one below. */
  function behindClaims(study) {
    const ofQuote = study.quotes.themes.map(() => new Set());
    const ofTheme = study.themes.map(() => []);
    study.claims.forEach(function (claim, i) {
      for (const quote of claim.quotes || []) ofQuote[quote].add(i);
      for (const theme of claim.themes || []) ofTheme[theme].push(i);
    });
    if (study.claims.length === 0) return ofQuote.map(() => []);
    return study.quotes.themes.map(function (themes, quote) {
      for (const theme of verbatim.withAbove(study.themes, themes)) {
        for (const claim of ofTheme[theme]) ofQuote[quote].add(claim);
      }
      return [...ofQuote[quote]];
    });
  }

  /* Choices: a set of options for each facet, the words looked for, the order, and what the list is grouped by. */
  verbatim.noChoices = (facets) => ({ options: facets.map(() => new Set()), words: "", sort: "", by: "" });

  verbatim.SORTS = ["study", "best", "participant", "longest", "shortest"];
  verbatim.GROUPINGS = ["nothing", "theme", "group", "participant", "construct"];

  /* Choosing a theme means it and all below it, so of a line of themes only one is chosen: the one that was last. */
  verbatim.toggle = function (facet, chosen, option) {
    const next = new Set(chosen);
    if (next.delete(option)) return next;
    for (const other of chosen) {
      if (isBelow(facet.options, other, option) || isBelow(facet.options, option, other)) next.delete(other);
    }
    return next.add(option);
  };

  function isBelow(options, option, above) {
    let at = options[option].parent;
    while (at !== undefined && at !== above) at = options[at].parent;
    return at !== undefined;
  }

  /* What an address asks for. What the study does not know is passed over. */
  verbatim.readChoices = function (facets, search) {
    const parameters = new URLSearchParams(search);
    const choices = verbatim.noChoices(facets);
    for (const facet of facets) {
      facet.places ??= new Map(facet.options.map((option, at) => [option.parameter + "=" + option.slug, at]));
    }
    for (const [name, value] of parameters) {
      facets.forEach(function (facet, i) {
        const option = facet.places.get(name + "=" + value);
        if (option === undefined || choices.options[i].has(option)) return;
        const isOne = facet.kind === "claim";
        choices.options[i] = isOne ? new Set([option]) : verbatim.toggle(facet, choices.options[i], option);
      });
    }
    choices.words = (parameters.get("q") || "").trim();
    if (verbatim.SORTS.includes(parameters.get("sort"))) choices.sort = parameters.get("sort");
    if (verbatim.GROUPINGS.includes(parameters.get("by"))) choices.by = parameters.get("by");
    return choices;
  };

  /* The address of choices, without the page's name: "" if nothing is chosen. */
  verbatim.writeChoices = function (facets, choices) {
    const parameters = new URLSearchParams();
    facets.forEach(function (facet, i) {
      for (const option of [...choices.options[i]].sort((a, b) => a - b)) {
        parameters.append(facet.options[option].parameter, facet.options[option].slug);
      }
    });
    if (choices.words) parameters.append("q", choices.words);
    if (choices.sort) parameters.append("sort", choices.sort);
    if (choices.by) parameters.append("by", choices.by);
    const text = parameters.toString();
    return text ? "?" + text : "";
  };
})();

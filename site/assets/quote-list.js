/* Puts quotes in order and under headings, and makes them as the templates do. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;

  /* Quotes in the order that was asked for. They come in the study's order. */
  verbatim.sorted = function (study, quotes, sort, scores) {
    const { sizes, participants } = study.quotes;
    switch (sort) {
      case "best":
        return scores ? verbatim.rank(quotes, scores) : quotes;
      case "longest":
        return verbatim.rank(quotes, sizes);
      case "shortest":
        return verbatim.rank(quotes, sizes.map((size) => 1_000_000 - size));
      case "participant": {
        const order = study.participants.map((_, person) => person);
        order.sort((a, b) => verbatim.compare(study.participants[a].name, study.participants[b].name));
        const place = new Float64Array(order.length);
        order.forEach((person, i) => (place[person] = order.length - i));
        return verbatim.rank(quotes, participants.map((person) => place[person] ?? 0));
      }
      default:
        return quotes;
    }
  };

  /* Sections of a list: {level, title, href, group, count, quotes}. A quote stands under each of its themes and
     constructs that `isMeant(kind, index)` lets through. Without grouping there is one section without title. */
  verbatim.sections = function (study, quotes, by, isMeant) {
    if (!by || by === "nothing") return [{ title: "", count: quotes.length, quotes }];
    if (by === "theme") return themeSections(study, quotes, isMeant);
    const list = study[by + "s"];
    const of = {
      group: (quote) => [verbatim.quoteGroup(study, quote)],
      participant: (quote) => [study.quotes.participants[quote]],
      construct(quote) {
        const constructs = verbatim.constructsOf(study, study.quotes.themes[quote]);
        return constructs.filter((construct) => isMeant("construct", construct));
      },
    };
    return divided(quotes, list.length, of[by]).map(function ([i, members]) {
      const found = list[i];
      const group = by === "group" ? i : by === "participant" ? found?.group : undefined;
      const title = found?.title || found?.name;
      return {
        level: 2, group, quotes: members, count: members.length,
        title: title || verbatim.word("script-no-" + by),
        href: title ? by + "-" + found.slug + ".html" : null,
      };
    });
  };

  /* Pairs of an index and the quotes that have it, in the order of the indexes; what has none stands last. */
  function divided(quotes, count, of) {
    const members = Array.from({ length: count + 1 }, () => []);
    for (const quote of quotes) {
      const own = of(quote);
      if (own.length === 0) members[count].push(quote);
      for (const i of own) members[i ?? count].push(quote);
    }
    return [...members.entries()].filter(([, list]) => list.length > 0);
  }

  /* A heading for each theme at the top, with those below it one level deeper. */
  function themeSections(study, quotes, isMeant) {
    const { themes } = study;
    const of = (quote) => study.quotes.themes[quote].filter((theme) => isMeant("theme", theme));
    const sections = [];
    let top = null;
    for (const [theme, members] of divided(quotes, themes.length, of)) {
      const path = pathOf(themes, theme);
      if (top === null || top.theme !== path[0]) {
        const title = themes[path[0]]?.title || verbatim.word("script-no-theme");
        const href = path.length > 0 ? "theme-" + themes[path[0]].slug + ".html" : null;
        top = { level: 2, theme: path[0], title, href, quotes: [], all: new Set() };
        sections.push(top);
      }
      for (const quote of members) top.all.add(quote);
      if (path.length < 2) top.quotes = members;
      else {
        sections.push({
          level: 3, quotes: members, count: members.length,
          title: path.slice(1).map((i) => themes[i].title).join(" › "),
          href: "theme-" + themes[theme].slug + ".html",
        });
      }
    }
    for (const section of sections) if (section.all) section.count = section.all.size;
    return sections;
  }

  function pathOf(themes, theme) {
    const path = [];
    for (let at = theme; themes[at]; at = themes[at].parent) path.unshift(at);
    return path;
  }

  verbatim.sectionHeading = function ({ level, title, href, group, count }) {
    return make(
      "h" + level,
      null,
      verbatim.groupMark(group),
      href ? make("a", { href }, title) : title,
      " ",
      make("span", { class: "tally" }, verbatim.count("count-quotes", count))
    );
  };

  /* A quote, as templates/partials/quote.mustache has it. */
  verbatim.quoteFigure = function (study, quote, { words, context }, matches) {
    const group = verbatim.quoteGroup(study, quote);
    const tags = study.quotes.themes[quote].flatMap(function (theme) {
      const href = "theme-" + study.themes[theme].slug + ".html";
      return [" ", make("a", { class: "tag", href }, verbatim.shortTitle(study.themes[theme]))];
    });
    const href = verbatim.quoteHref(study, quote);
    const link = make("a", { class: "quote-link", href }, verbatim.attribution(study, quote));
    const figure = make(
      "figure",
      { class: group === undefined ? "quote" : "quote " + verbatim.groupClass(group) },
      context ? make("p", { class: "quote-context" }, verbatim.marked(context, matches)) : null,
      make("blockquote", null, verbatim.paragraphs(words, matches)),
      make("figcaption", null, verbatim.groupMark(group), link, tags)
    );
    verbatim.addCopyButtons(figure);
    return figure;
  };
})();

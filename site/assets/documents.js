/* What can be found, one document at a time: its words, its address, who said it. Quotes come first, then all else. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* A promise of the texts of some documents, by document: {words, context, source}. */
  verbatim.texts = function (study, documents) {
    const { starts, marks } = study.texts;
    const shards = new Map();
    for (const document of documents) {
      const shard = shardOf(starts, document);
      if (!shards.has(shard)) shards.set(shard, verbatim.load("search/texts-" + shard, marks[shard]));
    }
    return Promise.all(shards.values()).then(function () {
      const texts = new Map();
      for (const document of documents) {
        const shard = shardOf(starts, document);
        const entry = verbatim.loaded("search/texts-" + shard)[document - starts[shard]];
        const [words, context = "", source = ""] = typeof entry === "string" ? [entry] : entry;
        texts.set(document, { words, context, source });
      }
      return texts;
    });
  };

  function shardOf(starts, document) {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= document) low = middle;
      else high = middle;
    }
    return low;
  }

  verbatim.quoteSlug = function (study, quote) {
    return study.quotes.slugs[quote] ?? study.quotes.ids[quote];
  };

  verbatim.quoteHref = function (study, quote) {
    return "quote-" + verbatim.quoteSlug(study, quote) + ".html";
  };

  /* The position of a quote's group; undefined where there is none. */
  verbatim.quoteGroup = function (study, quote) {
    return study.participants[study.quotes.participants[quote]]?.group;
  };

  /* Who said it: “C4, clinician”. */
  verbatim.attribution = function (study, quote) {
    const participant = study.participants[study.quotes.participants[quote]]?.name || "";
    const group = study.groups[verbatim.quoteGroup(study, quote)]?.singular || "";
    if (!participant || !group) return participant || group;
    return verbatim.word("script-attribution", { participant, group });
  };

  /* Themes with all that they are part of. */
  verbatim.withAbove = function (themes, direct) {
    const all = new Set();
    for (let theme of direct) {
      while (theme !== undefined && !all.has(theme)) {
        all.add(theme);
        theme = themes[theme].parent;
      }
    }
    return [...all];
  };

  /* The constructs that some themes are aligned with. */
  verbatim.constructsOf = function (study, themes) {
    return [...new Set(themes.flatMap((theme) => study.themes[theme].constructs || []))];
  };

  verbatim.shortTitle = (theme) => theme.short || theme.title;
})();

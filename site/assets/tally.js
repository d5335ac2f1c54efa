/* Which quotes the choices leave, and how many each further choice would. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* Counts in one pass over all quotes: {quotes, people, counts}, where counts[facet][option] says how many quotes have
     the option and what is chosen in the other facets. So a quote that fails no facet counts everywhere, and one that
     fails exactly one counts there. `scores` has 0 for quotes without the words looked for; null if none are. */
  verbatim.tally = function (study, facets, chosen, scores) {
    const total = study.quotes.ids.length;
    const counts = facets.map((facet) => new Int32Array(facet.options.length));
    const wanted = facets.map(function (facet, i) {
      if (chosen[i].size === 0) return null;
      const flags = new Uint8Array(facet.options.length);
      for (const option of chosen[i]) flags[option] = 1;
      return flags;
    });
    const seen = new Uint8Array(study.participants.length);
    const quotes = new Int32Array(total);
    let left = 0;
    let people = 0;

    for (let quote = 0; quote < total; quote += 1) {
      if (scores !== null && scores[quote] === 0) continue;
      let failed = 0;
      let failing = -1;
      for (let f = 0; f < facets.length && failed < 2; f += 1) {
        if (wanted[f] !== null && !has(facets[f].codes, quote, wanted[f])) {
          failed += 1;
          failing = f;
        }
      }
      if (failed === 0) {
        quotes[left] = quote;
        left += 1;
        for (let f = 0; f < facets.length; f += 1) add(facets[f].codes, quote, counts[f]);
        const person = study.quotes.participants[quote];
        if (seen[person] === 0) {
          seen[person] = 1;
          people += 1;
        }
      } else if (failed === 1) add(facets[failing].codes, quote, counts[failing]);
    }
    return { quotes: quotes.subarray(0, left), people, counts };
  };

  function has({ starts, values }, quote, flags) {
    for (let at = starts[quote]; at < starts[quote + 1]; at += 1) if (flags[values[at]] === 1) return true;
    return false;
  }

  function add({ starts, values }, quote, counts) {
    for (let at = starts[quote]; at < starts[quote + 1]; at += 1) counts[values[at]] += 1;
  }
})();

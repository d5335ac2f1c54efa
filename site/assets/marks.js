/* Shows what matched: in a whole text, or in an excerpt of it. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* A text as strings and <mark> elements. `matches` says of a folded word whether it is meant; without it nothing
     is. */
  verbatim.marked = function (text, matches) {
    if (!matches) return [text];
    return pieces(text, verbatim.words(text).filter(({ word }) => matches(word)), 0, text.length);
  };

  /* The same for text with paragraphs and lines: a list of <p>, with <br> between lines. */
  verbatim.paragraphs = function (text, matches) {
    return text.split("\n\n").map(function (paragraph) {
      const lines = paragraph.split("\n").map((line) => verbatim.marked(line, matches));
      return verbatim.make("p", null, ...lines.map((line, i) => (i === 0 ? line : [verbatim.make("br"), ...line])));
    });
  };

  /* About so many characters of a text, whole words only, around the place where most of what is meant stands
     together. */
  verbatim.excerpt = function (text, matches, length = 160) {
    const flat = text.replace(/\s+/g, " ").trim();
    const words = verbatim.words(flat);
    const hits = matches ? words.filter(({ word }) => matches(word)) : [];
    const [start, end] = flat.length <= length * 1.15 ? [0, flat.length] : part(flat, words, hits, length);
    const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
    const shown = pieces(flat, inside, start, end);
    if (start > 0) shown.unshift("… ");
    if (end < flat.length) shown.push(" …");
    return shown;
  };

  function part(text, words, hits, length) {
    let first = 0;
    let most = 0;
    for (let i = 0; i < hits.length; i += 1) {
      const seen = new Set();
      for (let j = i; j < hits.length && hits[j].end <= hits[i].start + length * 0.7; j += 1) seen.add(hits[j].word);
      if (seen.size > most) {
        most = seen.size;
        first = hits[i].start;
      }
    }
    /* Some words before, so that it can be understood; the beginning itself if it is near. */
    const wanted = first - length * 0.3;
    let start = wanted < length * 0.2 ? 0 : edge(text, words.find((word) => word.start >= wanted).start, -1);
    if (text.length - start < length) start = Math.max(0, text.length - length);
    if (start > 0) start = edge(text, (words.find((word) => word.start >= start) || { start }).start, -1);
    /* A sentence that begins close by is a better start. */
    const sentence = /[.!?…]\s+(?=\S)/g;
    sentence.lastIndex = start;
    const end = start > 0 && sentence.test(text) ? sentence.lastIndex : 0;
    if (end > 0 && end <= first && end - start < length * 0.3) start = end;
    const last = words.findLast((word) => word.end <= start + length && word.start >= start);
    return [start, last ? edge(text, last.end, 1) : Math.min(text.length, start + length)];
  }

  /* Takes what hangs on a word, such as a bracket or a full stop, along with it. */
  function edge(text, at, step) {
    let place = at;
    while (place > 0 && place < text.length && text[step < 0 ? place - 1 : place] !== " " && Math.abs(place - at) < 4) {
      place += step;
    }
    return place;
  }

  function pieces(text, hits, start, end) {
    const shown = [];
    let at = start;
    for (const hit of hits) {
      if (hit.start > at) shown.push(text.slice(at, hit.start));
      shown.push(verbatim.make("mark", null, text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    if (at < end) shown.push(text.slice(at, end));
    return shown;
  }
})();

/* Shows what was found: each result a link, with what matched marked where it stands. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const { make } = verbatim;

  /* A promise of list items for some of the documents found. If their texts cannot be loaded, they stand without. */
  verbatim.resultItems = async function (finder, found, documents, excerptLength) {
    const matches = verbatim.matcher(found.words);
    let texts;
    try {
      texts = await verbatim.texts(finder.study, documents);
    } catch {
      texts = new Map();
    }
    return Array.from(documents, function (document) {
      const text = texts.get(document) || { words: "", context: "" };
      const link =
        document < finder.quoteCount
          ? quoteLink(finder.study, document, text, matches, excerptLength)
          : otherLink(finder.study.others[document - finder.quoteCount], text, matches, excerptLength);
      return make("li", null, link);
    });
  };

  /* What readers should know about how a query was understood: sentences, none if it was taken as it is. */
  verbatim.resultNotes = function (found, query) {
    if (found.total === 0) {
      return [verbatim.word("script-nothing-found", { query }), verbatim.word("script-nothing-found-advice")];
    }
    const notes = [];
    if (found.mended) notes.push(verbatim.mendedNote(found.words));
    if (!found.complete) notes.push(verbatim.word("script-some-words"));
    return notes;
  };

  verbatim.kindTitle = (kind) => verbatim.word("script-kind-" + kind);

  const either = verbatim.inLanguage(Intl.ListFormat, { type: "disjunction" });

  /* Says for what words results are shown, if not for those that were typed. */
  verbatim.mendedNote = function (words) {
    if (!words.some((word) => word.mended)) return "";
    const meant = words.map(({ forms }) => either.format(forms.map(({ form }) => form))).join(" ");
    return verbatim.word("script-showing-for", { words: meant });
  };

  function quoteLink(study, quote, { words, context }, matches, length) {
    const group = verbatim.quoteGroup(study, quote);
    const inWords = verbatim.words(words).some(({ word }) => matches(word));
    const inContext = context && !inWords && verbatim.words(context).some(({ word }) => matches(word));
    const detail = [verbatim.groupMark(group), ...verbatim.marked(verbatim.attribution(study, quote), matches)];
    for (const theme of verbatim.withAbove(study.themes, study.quotes.themes[quote])) {
      const title = verbatim.shortTitle(study.themes[theme]);
      const shown = verbatim.marked(title, matches);
      if (shown.some((piece) => typeof piece !== "string")) detail.push(" · ", ...shown);
    }
    return make(
      "a",
      { class: "search-result", href: verbatim.quoteHref(study, quote) },
      inContext ? make("span", { class: "search-text" }, verbatim.excerpt(context, matches, length)) : null,
      words ? make("span", { class: "search-quote" }, verbatim.excerpt(words, matches, length)) : null,
      make("span", { class: "search-detail" }, detail)
    );
  }

  function otherLink([, title, href, detail], { words }, matches, length) {
    return make(
      "a",
      { class: "search-result", href },
      make("span", { class: "search-title" }, verbatim.marked(title, matches)),
      detail ? [" ", make("span", { class: "search-detail" }, verbatim.marked(detail, matches))] : null,
      words ? make("span", { class: "search-text" }, verbatim.excerpt(words, matches, length)) : null
    );
  }
})();

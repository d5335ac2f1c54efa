/* Writes tables as CSV that spreadsheets open without harm, in the same way as the tables of the downloads page. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* The whole file for rows of fields, the first being the header. */
  verbatim.csv = function (rows) {
    const lines = rows.map((row, i) => row.map((field) => cell(field, i === 0)).join(",") + "\r\n");
    return "\uFEFF" + lines.join("");
  };

  function cell(field, isHeader) {
    /* A spreadsheet would take these for formulas. */
    const text = /^[=+\-@\t\r]/.test(field) ? "'" + field : field;
    const needsQuotes = isHeader ? /[",;\t\r\n]/ : /[",\r\n]/;
    return needsQuotes.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  }

  /* Some quotes as rows. `address` makes an address of a quote's that leads there from anywhere. */
  verbatim.quoteRows = function (study, quotes, texts, address) {
    const before = ["id", "participant", "group", "theme titles", "text", "context", "source"];
    const header = [...before, ...study.attributes, "address"];
    const rows = Array.from(quotes, function (quote) {
      const person = study.participants[study.quotes.participants[quote]];
      const { words, context, source } = texts.get(quote);
      return [
        study.quotes.ids[quote],
        person?.name || "",
        study.groups[person?.group]?.title || "",
        study.quotes.themes[quote].map((theme) => study.themes[theme].title).join("; "),
        words,
        context,
        source,
        ...study.attributes.map((_, i) => person?.attributes?.[i] || ""),
        address(verbatim.quoteHref(study, quote)),
      ];
    });
    return [header, ...rows];
  };

  /* Hands a text to the reader as a file. */
  verbatim.download = function (name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = verbatim.make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
})();

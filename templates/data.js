/* Brings data into the page, by script tags: a page that was opened from a disk may load nothing in another way. */
(function () {
  "use strict";

  const verbatim = (window.verbatim = window.verbatim || {});
  const received = new Map();
  const coming = new Map();

  const marks = new Map();

  /* Every data file is one call of this. */
  verbatim.receive = function (name, value, mark) {
    received.set(name, value);
    marks.set(name, mark);
  };

  /* A promise of what the file of that name holds. Each file is loaded once; after a failure it can be tried again.
     The mark stands for the file's content. A file with another mark is not taken: when a page from a cache meets a
     newer site, words must not stand under the name of somebody else. */
  verbatim.load = function (name, mark) {
    if (isThere(name, mark)) return Promise.resolve(received.get(name));
    if (!coming.has(name)) coming.set(name, request(name, mark));
    return coming.get(name);
  };

  /* What the file holds if it is there already. */
  verbatim.loaded = function (name) {
    return received.get(name);
  };

  function isThere(name, mark) {
    return received.has(name) && (!mark || marks.get(name) === mark);
  }

  function request(name, mark) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      function settle() {
        script.remove();
        coming.delete(name);
        if (isThere(name, mark)) resolve(received.get(name));
        else reject(new Error(name + " cannot be loaded"));
      }
      script.addEventListener("load", settle);
      script.addEventListener("error", settle);
      script.src = name + ".js" + (mark ? "?" + mark : "");
      document.head.append(script);
    });
  }

  /* Words of the interface */

  verbatim.language = document.documentElement.lang || "en";

  /* The maker of the page's language, or the browser's own where it does not know that language. */
  verbatim.inLanguage = function (Maker, options) {
    try {
      return new Maker(verbatim.language, options);
    } catch {
      return new Maker(undefined, options);
    }
  };

  const numbers = verbatim.inLanguage(Intl.NumberFormat);
  const plurals = verbatim.inLanguage(Intl.PluralRules);
  verbatim.number = (n) => numbers.format(n);

  /* The words of a key, in pieces: what stands in braces is replaced by the value of that name, which may be a node. */
  verbatim.phrase = function (key, values = {}) {
    const words = received.get("assets/words") || {};
    const pattern = Object.hasOwn(words, key) ? words[key] : key;
    return pattern.split(/(\{[a-z]+\})/).map(function (piece) {
      const name = piece.slice(1, -1);
      if (piece[0] !== "{" || !Object.hasOwn(values, name)) return piece;
      return typeof values[name] === "number" ? numbers.format(values[name]) : values[name];
    });
  };

  verbatim.word = (key, values) => verbatim.phrase(key, values).join("");

  /* “1 quote”, “2 quotes”, in the forms that the language has. */
  verbatim.count = function (key, n, values = {}) {
    const words = received.get("assets/words") || {};
    const form = key + "." + plurals.select(n);
    return verbatim.word(Object.hasOwn(words, form) ? form : key + ".other", { ...values, count: n });
  };
})();

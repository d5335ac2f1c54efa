/* Finds what stands in a study: quotes, themes and all else. Everything that is done for each of thousands of
   documents goes over typed arrays. */
(function () {
  "use strict";

  const verbatim = window.verbatim;

  /* How much a hit counts: whole words more than beginnings, what was typed more than what was mended; titles most,
     labels least. */
  const WHOLE = 1;
  const BEGINNING = 0.55;
  const MENDED = 0.8;
  const TITLE = 4;
  const LABEL = 0.45;
  const MOST_WORDS = 16;
  /* How many mended words are tried in place of one that nothing has. */
  const MOST_MENDED = 3;

  let coming = null;

  /* A promise of the finder. Its data are loaded on the first call; after a failure it can be called again. */
  verbatim.finder = function () {
    coming ??= verbatim
      .load("search/study")
      .then((study) => verbatim.load("search/terms", study.terms).then((terms) => new Finder(study, terms)))
      .catch(function (error) {
        coming = null;
        throw error;
      });
    return coming;
  };

  class Finder {
    constructor(study, index) {
      this.study = study;
      this.quoteCount = study.quotes.ids.length;
      this.size = this.quoteCount + study.others.length;
      this.terms = readTerms(index.terms);
      const lists = readLists(index.lists, this.terms.length);
      this.starts = lists.starts;
      /* The file of words numbers quotes as the study does, so that it stands when one is recoded. */
      const { byStudy } = study.quotes;
      this.documents = lists.documents.map((number) => byStudy[number] ?? number);
      this.titles = vocabulary(study.others.map((other) => [other[1]]));
      this.groups = vocabulary(study.groups.map((group) => [group.title, group.singular]));
      this.people = vocabulary(study.participants.map((person) => [person.name]));
      this.themes = vocabulary(study.themes.map((theme) => [theme.title, theme.short]));
      this.codings = flatten(study.quotes.themes);
      this.groupOf = Int32Array.from(study.participants, (person) => person.group ?? -1);
      this.hits = new Float32Array(this.size);
      this.labelled = new Float32Array(study.themes.length);
    }

    /* What a query finds: {words, total, complete, mended, kinds: [{kind, documents}]}. Kinds stand in the order of
       their best results, and documents of a kind likewise; a quote's kind is "quote". If no document has all words,
       `complete` is false and those that have some are found. */
    find(text) {
      const words = this.read(text);
      const scores = new Float32Array(this.size);
      const counts = new Uint8Array(this.size);
      for (const word of words) {
        this.mark(word);
        this.markTitles(word);
        this.markLabels(word);
        this.add(scores, counts);
      }

      let most = 0;
      for (let i = 0; i < this.size; i += 1) if (counts[i] > most) most = counts[i];
      const complete = words.length > 0 && most === words.length;
      const found = [];
      if (most > 0) {
        for (let i = 0; i < this.size; i += 1) if (counts[i] >= (complete ? most : 1)) found.push(i);
      }
      const ranked = rank(found, scores);
      const mended = words.some((word) => word.mended);
      return { words, complete, mended, total: ranked.length, kinds: this.divide(ranked) };
    }

    /* The quotes that have all words of a query in their own text or context: {words, scores}, where quotes that lack
       a word have the score 0. */
    quotes(text) {
      const words = this.read(text);
      const scores = new Float32Array(this.size);
      const counts = new Uint8Array(this.size);
      for (const word of words) {
        this.mark(word);
        this.add(scores, counts);
      }
      for (let i = 0; i < this.size; i += 1) if (counts[i] < words.length) scores[i] = 0;
      return { words, scores };
    }

    /* The words of a query, each with the forms in which it is looked for: {word, forms: [{form, whole}], mended}.
       A form that is `whole` does not match words that only begin with it. */
    read(text) {
      const words = verbatim.words(text).slice(0, MOST_WORDS);
      return words.map(({ word }, index) => {
        const isLast = index === words.length - 1;
        const [from, to] = range(this.terms, word);
        const isTerm = this.terms[from] === word;
        if (to > from || this.isLabel(word)) {
          /* “a” and “to” are not meant as beginnings of other words, unless they are still being typed. */
          return { word, forms: [{ form: word, whole: !isLast && isTerm && word.length < 3 }], mended: false };
        }
        const nearest = this.mend(word);
        const forms = (nearest.length > 0 ? nearest : [word]).map((form) => ({ form, whole: false }));
        return { word, forms, mended: nearest.length > 0 };
      });
    }

    isLabel(word) {
      return [this.titles, this.groups, this.people, this.themes].some(function (labels) {
        const [from, to] = range(labels.words, word);
        return to > from;
      });
    }

    /* The words of the study, or beginnings of them, that are nearest to one with typing errors. */
    mend(word) {
      /* What has digits is a name, such as a participant's, and another name is not nearly the same. */
      const allowed = /\p{N}/u.test(word) ? 0 : word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      if (allowed === 0) return [];
      const distance = distances(word, allowed);
      let least = allowed;
      let nearest = new Map();
      for (let i = 0; i < this.terms.length; i += 1) {
        const term = this.terms[i];
        if (term.length < word.length - least) continue;
        const [whole, beginning, length] = distance(term);
        if (beginning > least) continue;
        if (beginning < least) {
          least = beginning;
          nearest = new Map();
        }
        const form = whole === beginning ? term : term.slice(0, length);
        const weight = this.starts[i + 1] - this.starts[i] + (whole === beginning ? this.size : 0);
        nearest.set(form, Math.max(weight, nearest.get(form) || 0));
      }
      /* Who mistypes mostly has the first letter right. */
      const ranked = [...nearest].sort(
        (a, b) => (b[0][0] === word[0]) - (a[0][0] === word[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
      );
      const forms = [];
      for (const [form] of ranked) {
        if (forms.length < MOST_MENDED && !forms.some((other) => form.startsWith(other))) forms.push(form);
      }
      return forms;
    }

    mark({ forms, mended }) {
      for (const { form, whole } of forms) {
        const [from, to] = range(this.terms, form);
        for (let i = from; i < to; i += 1) {
          const isWhole = this.terms[i] === form;
          if (whole && !isWhole) break;
          const value = (isWhole ? WHOLE : BEGINNING) * (mended ? MENDED : 1);
          for (let at = this.starts[i]; at < this.starts[i + 1]; at += 1) {
            const document = this.documents[at];
            if (this.hits[document] < value) this.hits[document] = value;
          }
        }
      }
    }

    markTitles(word) {
      eachLabel(this.titles, word, (other, value) => {
        const document = this.quoteCount + other;
        if (this.hits[document] < value * TITLE) this.hits[document] = value * TITLE;
      });
    }

    /* A quote can be meant by who said it and by the themes it supports. */
    markLabels(word) {
      const { people: peopleHits, themes: themeHits, any } = this.labels(word);
      if (!any) return;
      const people = this.study.quotes.participants;
      const { starts, values } = this.codings;
      for (let quote = 0; quote < this.quoteCount; quote += 1) {
        let value = peopleHits[people[quote]] || 0;
        for (let at = starts[quote]; at < starts[quote + 1]; at += 1) {
          if (themeHits[values[at]] > value) value = themeHits[values[at]];
        }
        if (this.hits[quote] < value) this.hits[quote] = value;
      }
    }

    labels(word) {
      const { study } = this;
      const groups = new Float32Array(study.groups.length);
      const people = new Float32Array(study.participants.length);
      const themes = new Float32Array(study.themes.length);
      let any = false;
      const into = (list) => (index, value) => {
        any = true;
        list[index] = Math.max(list[index], value * LABEL);
      };
      eachLabel(this.groups, word, into(groups));
      eachLabel(this.people, word, into(people));
      eachLabel(this.themes, word, into(themes));
      for (let i = 0; i < people.length; i += 1) {
        if (this.groupOf[i] >= 0) people[i] = Math.max(people[i], groups[this.groupOf[i]]);
      }
      study.themes.forEach(function (theme, i) {
        if (theme.parent !== undefined) themes[i] = Math.max(themes[i], themes[theme.parent]);
      });
      return { people, themes, any };
    }

    /* Takes the hits of one word over into the scores. The fewer have it, the more it says. */
    add(scores, counts) {
      let having = 0;
      for (let i = 0; i < this.size; i += 1) if (this.hits[i] > 0) having += 1;
      const rarity = Math.log(1 + this.size / (1 + having));
      for (let i = 0; i < this.size; i += 1) {
        if (this.hits[i] > 0) {
          scores[i] += this.hits[i] * rarity;
          counts[i] += 1;
          this.hits[i] = 0;
        }
      }
    }

    divide(ranked) {
      const kinds = new Map();
      for (const document of ranked) {
        const kind = this.kind(document);
        if (!kinds.has(kind)) kinds.set(kind, []);
        kinds.get(kind).push(document);
      }
      return Array.from(kinds, ([kind, documents]) => ({ kind, documents }));
    }

    kind(document) {
      if (document < this.quoteCount) return "quote";
      return this.study.kinds[this.study.others[document - this.quoteCount][0]];
    }
  }

  /* Whether a folded word of a text is one that a query's words look for. */
  verbatim.matcher = function (words) {
    const forms = words.flatMap((word) => word.forms);
    return (word) => forms.some(({ form, whole }) => (whole ? word === form : word.startsWith(form)));
  };

  /* Documents in order of their scores, best first; equals stay in their order. */
  function rank(documents, scores) {
    const count = documents.length;
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i += 1) keys[i] = Math.round(scores[documents[i]] * 4096) * count + (count - 1 - i);
    keys.sort();
    const ranked = new Int32Array(count);
    for (let i = 0; i < count; i += 1) ranked[i] = documents[count - 1 - (keys[count - 1 - i] % count)];
    return ranked;
  }

  verbatim.rank = rank;

  function readTerms(text) {
    if (text === "") return [];
    let before = "";
    return text.split(" ").map(function (piece) {
      before = before.slice(0, parseInt(piece[0], 36)) + piece.slice(1);
      return before;
    });
  }

  /* All lists one after another, and where each starts. */
  function readLists(text, count) {
    const digits = new Uint8Array(128);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let i = 0; i < 64; i += 1) digits[alphabet.charCodeAt(i)] = i;
    let total = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code !== 32 && digits[code] < 32) total += 1;
    }
    const starts = new Uint32Array(count + 1);
    const documents = new Int32Array(total);
    let list = 0;
    let at = 0;
    let document = -1;
    let number = 0;
    let shift = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 32) {
        list += 1;
        starts[list] = at;
        document = -1;
        continue;
      }
      const digit = digits[code];
      number |= (digit & 31) << shift;
      if (digit >= 32) shift += 5;
      else {
        document += number;
        documents[at] = document;
        at += 1;
        number = 0;
        shift = 0;
      }
    }
    starts.fill(at, list + 1);
    return { starts, documents };
  }

  /* The words of labels, sorted, with the positions of the labels that have them. */
  function vocabulary(labels) {
    const owners = new Map();
    labels.forEach(function (texts, index) {
      for (const text of texts) {
        for (const { word } of verbatim.words(text || "")) {
          if (!owners.has(word)) owners.set(word, new Set());
          owners.get(word).add(index);
        }
      }
    });
    const words = [...owners.keys()].sort();
    return { words, owners: words.map((word) => [...owners.get(word)]) };
  }

  function eachLabel(labels, { forms, mended }, action) {
    for (const { form, whole } of forms) {
      const [from, to] = range(labels.words, form);
      for (let i = from; i < to; i += 1) {
        const isWhole = labels.words[i] === form;
        if (whole && !isWhole) break;
        const value = (isWhole ? WHOLE : BEGINNING) * (mended ? MENDED : 1);
        for (const owner of labels.owners[i]) action(owner, value);
      }
    }
  }

  /* Where in sorted words those stand that begin with a beginning: from, and before to. */
  function range(words, beginning) {
    const from = lowest(words, (word) => word < beginning);
    return [from, lowest(words, (word) => word < beginning || word.startsWith(beginning), from)];
  }

  function lowest(words, isBefore, from = 0) {
    let low = from;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(words[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* Measures how far terms are from a word, in letters left out, put in, changed, or swapped with the next (Damerau).
     For each: the distance of the whole term, the least of its beginnings, and how long that beginning is. Terms come
     sorted, so what a term shares with the one before it is not measured again. */
  function distances(word, allowed) {
    const columns = word.length + 1;
    const longest = word.length + allowed;
    const rows = Array.from({ length: longest + 1 }, () => new Uint8Array(columns));
    for (let j = 0; j < columns; j += 1) rows[0][j] = j;
    /* After each letter: the least distance of a beginning so far, and how long that is. */
    const least = new Uint8Array(longest + 1);
    const lengths = new Uint8Array(longest + 1);
    least[0] = word.length;
    let before = "";
    /* How many letters of the term before were measured, and whether no term that begins with them can be near. */
    let measured = 0;
    let isFar = false;

    return function (term) {
      let i = 0;
      while (i < measured && term.charCodeAt(i) === before.charCodeAt(i)) i += 1;
      const height = Math.min(term.length, longest);
      isFar &&= i === measured;
      while (!isFar && i < height) {
        i += 1;
        isFar = measure(term, i) > allowed;
      }
      before = term;
      measured = i;
      const whole = isFar || term.length > longest ? allowed + 1 : rows[height][columns - 1];
      return [whole, least[i], lengths[i]];
    };

    /* Fills the row after so many letters; gives the least distance in it. */
    function measure(term, i) {
      const row = rows[i];
      const above = rows[i - 1];
      const letter = term.charCodeAt(i - 1);
      let smallest = i;
      row[0] = i;
      for (let j = 1; j < columns; j += 1) {
        const change = letter === word.charCodeAt(j - 1) ? 0 : 1;
        let value = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
        const isSwap =
          i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && term.charCodeAt(i - 2) === word.charCodeAt(j - 1);
        if (isSwap) value = Math.min(value, rows[i - 2][j - 2] + 1);
        row[j] = value;
        if (value < smallest) smallest = value;
      }
      /* Of beginnings that are equally near the longest: what was typed is rather too short than too long. */
      const isNearer = row[columns - 1] <= least[i - 1];
      least[i] = isNearer ? row[columns - 1] : least[i - 1];
      lengths[i] = isNearer ? i : lengths[i - 1];
      return smallest;
    }
  }

  /* Lists of lists, one after another, and where each starts. */
  function flatten(lists) {
    const starts = new Uint32Array(lists.length + 1);
    let total = 0;
    lists.forEach(function (list, i) {
      total += list.length;
      starts[i + 1] = total;
    });
    const values = new Int32Array(total);
    lists.forEach((list, i) => values.set(list, starts[i]));
    return { starts, values };
  }

  verbatim.flatten = flatten;
})();

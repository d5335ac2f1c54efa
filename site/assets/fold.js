/* Folds text for comparing: case, accents and apostrophes do not count. Verbatim folds in the same way when it makes
   the index, so a change here is a change there. */
(function () {
  "use strict";

  const verbatim = window.verbatim;
  const LONGEST = 40;
  const OTHER = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ŧ: "t", þ: "th", æ: "ae", œ: "oe", ß: "ss", ς: "σ" };
  const APOSTROPHES = "'’ʼ‘";
  const MARKS = /\p{M}/gu;
  const LETTER = /^[\p{L}\p{N}]/u;
  /* Scripts that do not part their words by spaces. */
  const UNPARTED = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
  const ALONE = new RegExp("^[" + UNPARTED.map((name) => `\\p{Script=${name}}`).join("") + "]", "u");

  /* What a character is folded to: often itself, "" for a combining mark. Few are ever met, so they are remembered. */
  const folded = new Map();

  function fold(character) {
    let plain = folded.get(character);
    if (plain === undefined) {
      plain = character.toLowerCase().normalize("NFD").replace(MARKS, "");
      plain = Array.from(plain, (piece) => OTHER[piece] || piece).join("");
      folded.set(character, plain);
    }
    return plain;
  }

  const kinds = new Map();

  /* 1: part of a word. 2: a word of its own. 3: an apostrophe. 0: none of these. */
  function kind(character) {
    let found = kinds.get(character);
    if (found === undefined) {
      found = APOSTROPHES.includes(character) ? 3 : !LETTER.test(character) ? 0 : ALONE.test(character) ? 2 : 1;
      kinds.set(character, found);
    }
    return found;
  }

  /* The words of a text, folded, each with its place there: {word, start, end}. */
  verbatim.words = function (text) {
    const pieces = [];
    let at = 0;
    for (const character of text) {
      const end = at + character.length;
      const plain = fold(character);
      /* A mark belongs to the letter before it. */
      if (plain === "" && pieces.length > 0) pieces[pieces.length - 1].end = end;
      for (const piece of plain) pieces.push({ piece, kind: kind(piece), start: at, end });
      at = end;
    }

    const words = [];
    let open = null;
    for (let i = 0; i < pieces.length; i += 1) {
      const { piece, start, end } = pieces[i];
      if (pieces[i].kind === 1) {
        if (!open) words.push((open = { word: "", start, end }));
        open.word += piece;
        open.end = end;
      } else if (pieces[i].kind === 2) {
        words.push({ word: piece, start, end });
        open = null;
      } else if (pieces[i].kind === 3 && isLetter(pieces[i - 1]) && isLetter(pieces[i + 1])) {
        continue;
      } else open = null;
    }
    for (const each of words) each.word = each.word.slice(0, LONGEST);
    return words;
  };

  function isLetter(piece) {
    return piece !== undefined && (piece.kind === 1 || piece.kind === 2);
  }
})();

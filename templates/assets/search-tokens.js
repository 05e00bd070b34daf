// Text cut into the units that search compares. The twin of generator/publish/search/units.py, where
// the reasons stand; the tokens that the index holds are made in search-shard.js, for a page that
// marks a phrase needs none.

/** Stands between the cells of a table row: no phrase crosses it. */
export const BARRIER = "\t";

/** A token of every page, by which all are found. */
export const PAGE = "0a0";

const HAN =
  /[\u2E80-\u2EF3\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /[\p{L}\p{Nl}\p{No}]/u;
const TRANSPARENT = /[\p{M}\p{Cf}]/u;

function kindOf(char) {
  if (HAN.test(char)) return "han";
  if (DIGIT.test(char)) return "digit";
  return LETTER.test(char) ? "letter" : "";
}

/**
 * Cut text into units, in order: `{ text, kind, start, end }`, offsets as in `text.slice`.
 * Han characters stand alone, digits and letters in runs, all else is dropped.
 */
export function units(text) {
  const found = [];
  let open = ""; // the kind of run that the next character may continue
  let offset = 0;
  for (const point of text) {
    for (const char of point.normalize("NFKD")) {
      if (TRANSPARENT.test(char)) continue;
      const kind = kindOf(char);
      const end = offset + point.length;
      if (kind && kind === open) {
        const last = found[found.length - 1];
        last.text += char.toLowerCase();
        last.end = end;
      } else if (kind) {
        found.push({ text: char.toLowerCase(), kind, start: offset, end });
      }
      open = kind === "han" ? "" : kind;
    }
    offset += point.length;
  }
  return found;
}

/** Where a phrase, given as units, stands in a text: `[start, end]` of each place. */
export function find(text, phrase) {
  const places = [];
  let offset = 0;
  for (const cell of text.split(BARRIER)) {
    const cut = units(cell);
    for (let at = 0; at + phrase.length <= cut.length; at += 1) {
      if (!phrase.every((unit, place) => unit.text === cut[at + place].text)) continue;
      at += phrase.length - 1;
      places.push([offset + cut[at - phrase.length + 1].start, offset + cut[at].end]);
    }
    offset += cell.length + BARRIER.length;
  }
  return places;
}

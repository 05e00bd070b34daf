// Finds the places of a page that hold phrases, and cuts out the sentences.

import { BARRIER, find } from "./search-tokens.js";

const END = /[。！？；\n]/u;
/** Characters shown at most on each side of the phrase. */
const REACH = 60;
/** A shorter sentence takes the next one along. */
const SHORT = 30;

/**
 * Where a page holds phrases, `[{ anchor, heading, parts() }]`: first the place with most of them,
 * then the others in the order of the page, its facts last. `passages` are as in the fragments of
 * the index: anchor, text, place of the heading among them, whether it is a row of a table. The
 * first is the title, which is shown by itself, and so is what is among `known`. Of a search
 * `inTables` the rows come first.
 */
export function excerpts(passages, wanted, { known = [], inTables = false } = {}) {
  const held = (passage) => passage.places.filter((found) => found.length > 0).length;
  const shown = new Set(known);
  const [found, facts] = [[], []];
  for (const [anchor, text, above, table] of passages.slice(1)) {
    if (shown.has(text)) continue;
    const places = wanted.map((phrase) => find(text, phrase));
    const heading = passages[above]?.[1] ?? "";
    const passage = { anchor, heading, table, places, parts: () => sentence(text, places) };
    if (!held(passage)) continue;
    (anchor ? found : facts).push(passage);
    if (!anchor) shown.add(text);
  }
  const all = [...found, ...facts];
  const worth = (passage) => held(passage) + (inTables && passage.table ? wanted.length : 0);
  const best = all.reduce((one, other) => (worth(other) > worth(one) ? other : one), all[0]);
  return best ? [best, ...all.filter((passage) => passage !== best)] : [];
}

/** The phrase `{ text, readings }` in the reading that stands on a page: `{ text, units }`. */
export function readOn(passages, { text, readings }) {
  const stands = (units) => passages.some((passage) => find(passage[1], units).length);
  const units = readings.length > 1 ? (readings.find(stands) ?? readings[0]) : readings[0];
  // A space would part the phrase, and without anything two numbers would be one.
  return { units, text: units === readings[0] ? text : units.map((unit) => unit.text).join("-") };
}

/** The sentence that holds most of the phrases; `places` has a list for each of them. */
function sentence(text, places) {
  const spans = places.flat().map((place) => bounds(text, place));
  const inside = ([first, last]) => ([start, end]) => start >= first && end <= last;
  const held = (span) => places.filter((found) => found.some(inside(span))).length;
  const [first, last] = spans.reduce((best, span) => (held(span) > held(best) ? span : best));
  const parts = marked(text, places.flat(), first, last);
  parts[0].text = parts[0].text.trimStart(); // empty cells
  parts[parts.length - 1].text = parts[parts.length - 1].text.trimEnd();
  const cut = (at) => at > 0 && at < text.length && !END.test(text[at - 1]);
  if (cut(first)) parts.unshift({ text: "…", found: false });
  if (cut(last)) parts.push({ text: "…", found: false });
  return parts;
}

/** Where the sentence around a place begins and ends. */
function bounds(text, [start, end]) {
  const before = text.slice(0, start).split(END).pop().length;
  const first = start - Math.min(before, REACH);
  const enough = Math.max(end, first + SHORT);
  const stop = text.slice(enough).search(END);
  return [first, Math.min(stop < 0 ? text.length : enough + stop + 1, end + REACH)];
}

/**
 * The text from `first` to `last` in parts, `{ text, found }`, found where a place is.
 * Places may overlap, where the phrases do.
 */
export function marked(text, places, first = 0, last = text.length) {
  const parts = [];
  let at = first;
  const add = (to, found) => {
    const end = Math.min(to, last);
    if (end > at) parts.push({ text: text.slice(at, end).replaceAll(BARRIER, "　"), found });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...places].sort((one, other) => one[0] - other[0])) {
    add(start, false);
    add(end, true);
  }
  add(last, false);
  return parts;
}

/** The address of a page, or a place on it, with the words to be marked there (`hits.js`). */
export function linkTo(url, phrases, anchor = "") {
  // There, spaces part the phrases: within one they are put as other punctuation.
  const words = phrases.map(({ text }) => text.replace(/\s+/gu, "-")).join(" ");
  return url + (words && `?${new URLSearchParams({ find: words })}`) + (anchor && `#${anchor}`);
}

// Cuts the sentence with the phrase out of a passage.

import { BARRIER, find } from "./search-tokens.js";

const END = /[。！？；\n]/u;
/** Characters shown at most on each side of the phrase. */
const REACH = 60;
/** A shorter sentence takes the next one along. */
const SHORT = 30;

/**
 * Up to `most` excerpts of a page, `{ anchor, parts }`: first those that hold most of the phrases,
 * the text before the facts. `passages` are pairs of anchor and text; the first, the title, is
 * shown by itself.
 */
export function excerpts(passages, wanted, most) {
  const held = (passage) => passage.places.filter((found) => found.length > 0).length;
  return passages
    .slice(1)
    .map(([anchor, text]) => ({ anchor, text, places: wanted.map((phrase) => find(text, phrase)) }))
    .filter(held)
    .sort((one, other) => held(other) - held(one) || !one.anchor - !other.anchor)
    .slice(0, most)
    .map(({ anchor, text, places }) => ({ anchor, parts: sentence(text, places) }));
}

/** The sentence that holds most of the phrases; `places` has a list for each of them. */
function sentence(text, places) {
  const spans = places.flat().map((place) => bounds(text, place));
  const inside = ([first, last]) => ([start, end]) => start >= first && end <= last;
  const held = (span) => places.filter((found) => found.some(inside(span))).length;
  const [first, last] = spans.reduce((best, span) => (held(span) > held(best) ? span : best));
  const parts = marked(text, places.flat(), first, last);
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

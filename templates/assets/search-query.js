// What a reader types, taken apart: words that must be there, and words that must not.

import { units } from "./search-tokens.js";

/** More phrases than anybody types; what stands behind them is left out, and that is said. */
const MOST = 20;

/** A minus before it excludes; what stands in quotes, up to a space, is one phrase with its spaces.
    Chinese quotes with no space in them are punctuation like any other. */
const PART = /([-−]?)(?:"([^"]*)"(?!\S)|“([^“”]*)”(?!\S)|(\S+))/gu;

/**
 * The phrases of a query: `{ phrases, without, cut }`, each phrase as `{ text, units }`; whether some
 * were left out. Spaces part phrases.
 */
export function parse(query) {
  const parts = [...query.normalize("NFKC").matchAll(PART)]
    .map(([, minus, ...texts]) => ({ minus, text: texts.find((text) => text !== undefined) }))
    .map(({ minus, text }) => ({ minus, text: text.trim(), units: units(text) }))
    .filter((part) => part.units.length > 0);
  const kept = parts.slice(0, MOST);
  return {
    phrases: kept.filter((part) => !part.minus),
    without: kept.filter((part) => part.minus),
    cut: parts.length > MOST,
  };
}

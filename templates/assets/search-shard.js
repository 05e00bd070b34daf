// One shard of the index: which of its pages hold a phrase, and how well they fit.

import { json, start } from "./search-engine.js";
import { PAGE, find, units } from "./search-tokens.js";

/** Units of a phrase that one question to the index holds; more would load more than it finds. */
const WINDOW = 8;

/**
 * Open the shard at `address`. Its pages are rows of `facets`, which generator/publish/search/
 * facets.py describes.
 */
export async function open(script, address) {
  const [search, facets] = await Promise.all([
    start(script, address),
    json(new URL("facets.json", address)),
  ]);
  const rows = new Map(facets.id.map((id, row) => [id, row]));
  return { address, search, facets, rows, loaders: new Map(), numbers: undefined };
}

/** Ask for words in this order. A row → where on its page they stand first, in tokens. */
async function places(shard, words) {
  const results = await shard.search(`"${words.join(" ")}"`);
  for (const { id, data } of results) shard.loaders.set(id, data);
  return new Map(results.map(({ id, words: [at] }) => [shard.rows.get(id), at]));
}

/** The rows whose page holds a phrase → whether it stands in a table there. */
export async function holding(shard, phrase) {
  if (phrase.length <= WINDOW) return inTables(shard, await places(shard, tokens(phrase)));
  const [starts, ends] = await Promise.all(
    [phrase.slice(0, WINDOW), phrase.slice(-WINDOW)].map((part) => places(shard, tokens(part))),
  );
  const both = [...starts.keys()].filter((row) => ends.has(row));
  // To look at a page loads about as much as to ask for another word does.
  if (both.length > phrase.length - 2 * WINDOW + 2 && phrase.length > 2 * WINDOW) {
    return inTables(shard, await places(shard, tokens(phrase)));
  }
  return new Map((await Promise.all(both.map((row) => read(shard, row, phrase)))).flat());
}

/** Every adjacent pair of units as one token, as in units.py; two runs of one kind are kept apart. */
export function pairs(cut) {
  return cut.slice(1).map((second, place) => {
    const first = cut[place];
    const runs = first.kind === second.kind ? { digit: "x", letter: "0", han: "" } : {};
    return first.text + (runs[first.kind] ?? "") + second.text;
  });
}

function tokens(phrase) {
  return phrase.length === 1 ? [phrase[0].text] : pairs(phrase);
}

/** The words of tables stand first on a page. */
function inTables({ facets }, found) {
  return new Map([...found].map(([row, at]) => [row, at < facets.tables[row]]));
}

/** Look for a phrase in the text of a page: `[[row, whether it stands in a table]]`, or `[]`. */
async function read(shard, row, phrase) {
  const { passages } = await data(shard, row);
  const held = passages.filter(([, text]) => find(text, phrase).length > 0);
  return held.length ? [[row, held.some(([, , , table]) => table)]] : [];
}

/** What a result shows of a page, loaded when it is asked for. Pagefind loads what it has found. */
export async function data(shard, row) {
  const id = shard.facets.id[row];
  if (!shard.loaders.has(id)) await places(shard, [PAGE]);
  return shard.loaders.get(id)();
}

/**
 * How well pages fit: a row → `{ rank, score }`. Rank 2 has the page whose own number the phrases
 * are, 1 the page whose head holds all their words. All that are asked for in order score alike,
 * so the same words are asked for loosely, which loads nothing more.
 */
export async function fit(shard, phrases) {
  const words = phrases.flatMap(tokens);
  const fits = new Map();
  for (const { id, score, words: at } of await shard.search(words.join(" "))) {
    const row = shard.rows.get(id);
    const inHead = at.filter((place) => place >= shard.facets.tables[row] && place < shard.facets.head[row]);
    fits.set(row, { rank: Number(inHead.length >= words.length), score });
  }
  for (const row of bearing(shard, phrases.flat())) fits.set(row, { rank: 2, score: 0 });
  return fits;
}

/** The rows whose own document number this is. */
function bearing(shard, number) {
  if (!shard.numbers) {
    shard.numbers = new Map();
    shard.facets.number.forEach((text, row) => {
      const key = written(units(text));
      shard.numbers.set(key, [...(shard.numbers.get(key) ?? []), row]);
    });
  }
  return shard.numbers.get(written(number)) ?? [];
}

function written(cut) {
  return cut.map((unit) => unit.text).join(" ");
}

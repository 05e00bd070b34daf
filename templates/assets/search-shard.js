// One shard of the index: which of its pages hold a phrase, how often and where.

import { json } from "./search-engine.js";
import { ALONE, find, units } from "./search-tokens.js";

/** To load a page and look there weighs about as much as to ask for so many pairs. */
const PAGE_WEIGHS = 4;

/**
 * Open the shard at `address`. Its pages are rows of `facets`, which generator/publish/search/
 * facets.py describes.
 */
export async function open(engine, address) {
  const [facets] = await Promise.all([
    json(new URL("facets.json", address)),
    engine.search(address, ""), // so that it has started when it is asked
  ]);
  const rows = new Map(facets.id.map((id, row) => [id, row]));
  const length = facets.length.reduce((sum, one) => sum + one, 0) / facets.length.length; // the mean
  return { engine, address, facets, rows, length, numbers: undefined };
}

/** A row → the places of a token on its page. */
async function places({ engine, address, rows }, token) {
  const found = await engine.search(address, token);
  return new Map(found.map(({ id, places: all }) => [rows.get(id), all]));
}

/** A unit in a token, as in units.py: of a run the end is marked. */
function code({ text, kind }) {
  return text + { han: "", digit: "x", letter: "0" }[kind];
}

/** Every adjacent pair of units as one token. */
export function pairs(cut) {
  return cut.slice(1).map((second, place) => code(cut[place]) + code(second));
}

/** The token of a unit by itself. */
export function single(unit) {
  return code(unit) + ALONE;
}

/**
 * The tokens that make up a phrase, each with its place in it: every second pair and the last, since
 * what two pairs have between them on a page, they tell. Of a long phrase the one in the middle and
 * the last come first: most long ones stand on few pages, and titles begin alike.
 */
function asked(phrase) {
  if (phrase.length === 1) return [[[single(phrase[0]), 0]], []];
  const all = pairs(phrase).map((token, place) => [token, place]);
  const needed = all.filter(([, place]) => place % 2 === 0 || place === all.length - 1);
  if (needed.length < 4) return [needed, []];
  const first = [needed[needed.length >> 1], needed[needed.length - 1]];
  return [first, needed.filter((one) => !first.includes(one))];
}

/** The rows with these tokens → the places where a phrase that holds them may begin. */
async function starts(shard, tokens) {
  const found = await Promise.all(tokens.map(([token]) => places(shard, token)));
  const begin = ([row, all]) => {
    const others = found.slice(1).map((each) => new Set(each.get(row)));
    const first = all.map((at) => at - tokens[0][1]);
    return [row, first.filter((at) => others.every((held, n) => held.has(at + tokens[n + 1][1])))];
  };
  const everywhere = [...found[0]].filter(([row]) => found.every((each) => each.has(row)));
  return new Map(everywhere.map(begin).filter(([, left]) => left.length));
}

/**
 * The rows whose page holds a phrase → `{ times, inTable, inHead }`: how often, whether in a table,
 * and whether in the title or the number.
 */
export async function holding(shard, phrase) {
  const [first, others] = asked(phrase);
  const found = await starts(shard, first);
  if (others.length === 0) return new Map([...found].map(([row, at]) => [row, where(shard, row, at)]));
  if (found.size * PAGE_WEIGHS <= others.length) {
    const pages = await Promise.all([...found.keys()].map((row) => look(shard, row, phrase)));
    return new Map(pages.filter(([, { times }]) => times));
  }
  const rest = await starts(shard, others);
  const both = (row, at) => at.filter((place) => rest.get(row)?.includes(place));
  const all = [...found].map(([row, at]) => [row, both(row, at)]).filter(([, at]) => at.length);
  return new Map(all.map(([row, at]) => [row, where(shard, row, at)]));
}

/** On a page the words of tables stand first, then title and number. */
function where({ facets }, row, all) {
  const inTable = all.some((at) => at < facets.tables[row]);
  const inHead = all.some((at) => at >= facets.tables[row] && at < facets.head[row]);
  return { times: all.length, inTable, inHead };
}

/** Look for a phrase in the text of a page: as `holding`, in a pair with the row. */
async function look(shard, row, phrase) {
  const { meta, passages } = await data(shard, row);
  const held = passages.map(([, text, , table]) => ({ times: find(text, phrase).length, table }));
  const times = held.reduce((sum, one) => sum + one.times, 0);
  const inTable = held.some((one) => one.times && one.table);
  const inHead = [meta.title, meta.number].some((text) => find(text, phrase).length);
  return [row, { times, inTable, inHead }];
}

/** What a result shows of a page, loaded when it is asked for. */
export function data({ engine, address, facets }, row) {
  return engine.page(address, facets.id[row]);
}

/** The rows whose own document number this is, as units. */
export function bearing(shard, number) {
  shard.numbers ??= numbers(shard.facets);
  return shard.numbers.get(written(number)) ?? [];
}

function numbers({ number }) {
  const found = new Map();
  number.forEach((text, row) => {
    const key = written(units(text));
    found.set(key, [...(found.get(key) ?? []), row]);
  });
  return found;
}

function written(cut) {
  return cut.map((unit) => unit.text).join(" ");
}

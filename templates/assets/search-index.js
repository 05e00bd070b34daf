// Asks the index which pages hold every phrase of a query, best first, and counts what they are.
//
// The index lies in shards, newest first. Each is asked by itself, and the answers are put together
// here; generator/publish/outputs/search.py says what lies where.

import { count } from "./search-counts.js";
import { json } from "./search-engine.js";
import { data, fit, holding, open as openShard } from "./search-shard.js";
import { units } from "./search-tokens.js";

/** Readings of a phrase in traditional characters that are tried at most. */
const READINGS = 16;
/** Milliseconds after which the site may have been replaced: its list of shards is read again. */
const FRESH = 30_000;

/** The phrases of a query, as units: spaces part them, each must be found. */
export function phrases(query) {
  return query
    .split(/\s+/u)
    .map(units)
    .filter((phrase) => phrase.length > 0);
}

/**
 * Open the archive whose list of shards, shards.json, stands at `address`, and its newest shard.
 * Throws if a part of it does not load; so does all that it offers.
 */
export async function open(address) {
  const archive = new Archive(address);
  await archive.start();
  return archive;
}

class Archive {
  #address;
  #edition; // a promise of the index as it was last seen
  #seen = 0; // when that was, in ms

  constructor(address) {
    this.#address = address;
  }

  /** Open the newest shard, if it is not open. */
  async start() {
    this.#edition ??= edition(this.#address);
    const mine = this.#edition;
    try {
      return await mine;
    } catch (error) {
      if (this.#edition === mine) this.#edition = undefined;
      throw error;
    } finally {
      this.#seen ||= performance.now();
    }
  }

  /**
   * Yields an answer from the shards that are open and, if they are not all, another from all:
   * `{ results, counts, complete }`. `results` are `{ id, date, data() }`, the date empty where it
   * is not known, data() a promise of the page's fragment; `counts` are those of search-counts.js.
   *
   * `phrases`, lists of units, must all be found, `without` none of them; no phrases is every page.
   * `limits`: `{ year, issue, body, kind, section, tables }`, each empty or the value of a page,
   * that of `issue` its id; `tables` is true where all phrases must stand in tables.
   * `order`: "date" for the newest first, else the best first.
   */
  async *ask(question) {
    await this.#refresh();
    const first = await this.start();
    try {
      yield* this.#answers(first, question);
    } catch (error) {
      if (!(await this.#replaced(first))) throw error;
      yield* this.#answers(await this.start(), question);
    }
  }

  /** A phrase, as units, in all its readings: as typed, and in simplified characters. */
  async readings(phrase) {
    return readings(phrase, (await this.start()).traditional);
  }

  /** All document numbers. */
  async numbers() {
    const shards = await (await this.start()).all();
    return shards.flatMap(({ facets }) => facets.number.filter(Boolean));
  }

  /** All issues, id → title, newest first. */
  async titles() {
    const shards = await (await this.start()).all();
    return new Map(shards.flatMap(({ facets }) => [...facets.values.issue].reverse()));
  }

  async *#answers(mine, { phrases, without = [], limits = {}, order = "" }) {
    const read = (list) => list.map((phrase) => readings(phrase, mine.traditional));
    const wanted = read(phrases);
    const unwanted = read(without);
    const ask = (shard) => hits(shard, wanted, unwanted, order);
    const answer = (found, complete) => {
      const { kept, counts } = count(found.flat(), limits);
      const results = kept.sort(order === "date" ? byDate : byFit);
      return { results: results.map((hit) => this.#result(mine, hit)), counts, complete };
    };
    const found = await Promise.all(mine.shards.map(ask));
    const complete = mine.shards.length === mine.size;
    yield answer(found, complete);
    if (complete) return;
    const others = (await mine.all()).slice(found.length);
    yield answer(found.concat(await Promise.all(others.map(ask))), true);
  }

  #result(mine, { shard, row }) {
    const id = shard.facets.id[row];
    return {
      id: shard.address + id, // two shards may use the same
      date: shard.facets.date[row],
      data: async () => {
        try {
          return await data(shard, row);
        } catch (error) {
          if (!(await this.#replaced(mine))) throw error;
          const shards = await (await this.start()).all();
          const now = shards.find(({ rows }) => rows.has(id)); // the same, if the page is the same
          if (!now) throw error;
          return data(now, now.rows.get(id));
        }
      },
    };
  }

  /** Look whether the site has been replaced, if that may be. Offline it goes on with what it has. */
  async #refresh() {
    if (!this.#edition || performance.now() - this.#seen < FRESH) return;
    this.#seen = performance.now();
    const mine = await this.start();
    const text = await list(this.#address).catch(() => mine.text);
    if (text !== mine.text) this.#edition = undefined;
  }

  /** After something was lost: forget what was open, and say whether another stands in its place. */
  async #replaced(mine) {
    if ((await this.#edition) === mine) this.#edition = undefined;
    const text = await list(this.#address).catch(() => mine.text);
    return text !== mine.text;
  }
}

async function list(address) {
  return JSON.stringify(await json(address, { cache: "no-cache" }));
}

/** The index as it stands now: `shards` are those that are open, `all()` opens the others. */
async function edition(address) {
  const text = await list(address);
  const { script, shards } = JSON.parse(text);
  const open = ({ path }) => openShard(new URL(script, address).href, new URL(path, address).href);
  const [newest, traditional] = await Promise.all([
    open(shards[0]),
    json(new URL("traditional.json", address)),
  ]);
  let others;
  return {
    text,
    traditional: new Map(Object.entries(traditional)),
    size: shards.length,
    shards: [newest],
    async all() {
      others ??= Promise.all(shards.slice(1).map(open));
      this.shards = [newest, ...(await others)];
      return this.shards;
    },
  };
}

/** A phrase as it was typed and, if it has traditional characters, as it may be written in simplified ones. */
function readings(phrase, traditional) {
  if (!phrase.some(({ text }) => traditional.has(text))) return [phrase];
  let written = [[]];
  for (const unit of phrase) {
    const forms = [...(traditional.get(unit.text) ?? [unit.text])];
    const tried = written.length * forms.length > READINGS ? forms.slice(0, 1) : forms;
    written = written.flatMap((start) => tried.map((text) => [...start, { ...unit, text }]));
  }
  const changed = (units) => units.some(({ text }, place) => text !== phrase[place].text);
  return [phrase, ...written.filter(changed)];
}

/** The pages of a shard that hold all that is wanted, in one reading or another. */
async function hits(shard, wanted, unwanted, order) {
  const [inside, outside] = await Promise.all(
    [wanted, unwanted].map((list) => Promise.all(list.map((phrase) => anyReading(shard, phrase)))),
  );
  const everything = new Map(shard.facets.tables.map((words, row) => [row, words > 0]));
  const [first = everything, ...others] = inside;
  const rows = [...first.keys()].filter(
    (row) => others.every((held) => held.has(row)) && !outside.some((held) => held.has(row)),
  );
  const fits = wanted.length && rows.length && order !== "date" ? await best(shard, wanted) : new Map();
  return rows.map((row) => ({
    shard,
    row,
    inTables: [first, ...others].every((held) => held.get(row)),
    ...(fits.get(row) ?? { rank: 0, score: 0 }),
  }));
}

async function anyReading(shard, phrase) {
  const held = await Promise.all(phrase.map((reading) => holding(shard, reading)));
  const rows = new Map();
  for (const [row, inTable] of held.flatMap((found) => [...found])) {
    rows.set(row, inTable || (rows.get(row) ?? false));
  }
  return rows;
}

/** How well the pages fit, in the reading that fits best. */
async function best(shard, wanted) {
  const most = Math.max(...wanted.map((phrase) => phrase.length));
  const each = await Promise.all(
    Array.from({ length: most }, (_, n) =>
      fit(shard, wanted.map((phrase) => phrase[Math.min(n, phrase.length - 1)])),
    ),
  );
  const fits = new Map();
  for (const [row, one] of each.flatMap((found) => [...found])) {
    if (!fits.has(row) || better(one, fits.get(row)) < 0) fits.set(row, one);
  }
  return fits;
}

function better(one, other) {
  return other.rank - one.rank || other.score - one.score;
}

function byFit(one, other) {
  return better(one, other) || byDate(one, other);
}

/** The newest first; of a page without a date no more than its year is known. */
function byDate(one, other) {
  const [mine, yours] = [one, other].map(({ shard: { facets }, row }) => facets.date[row] || `${facets.year[row]}`);
  return mine < yours ? 1 : Number(mine > yours) * -1;
}

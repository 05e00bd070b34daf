// Asks the index which pages hold every phrase of a query, best first, and counts what they are.
//
// The index lies in shards, newest first. Each is asked by itself, and the answers are put together
// here; generator/publish/outputs/search.py says what lies where.

import { count } from "./search-counts.js";
import { Engine, json } from "./search-engine.js";
import { bearing, data, holding, open as openShard } from "./search-shard.js";
import { units } from "./search-tokens.js";

/** Readings of a phrase in traditional characters that are tried at most. */
const READINGS = 16;
/** Milliseconds after which the site may have been replaced: its list of shards is read again. */
const FRESH = 1_000;

/** The phrases of a query, as units: spaces part them, each must be found. */
export function phrases(query) {
  return query
    .split(/\s+/u)
    .map(units)
    .filter((phrase) => phrase.length > 0);
}

/**
 * Open the archive whose list of shards, shards.json, stands at `address`, and its newest shard.
 * Throws if a part of it does not load; so does all that it offers. `most`: see `Engine`.
 */
export async function open(address, most) {
  const archive = new Archive(address, most);
  await archive.start();
  return archive;
}

class Archive {
  #address;
  #most;
  #edition; // a promise of the index as it was last seen
  #seen = 0; // when that was, in ms
  #looking; // a promise, while it is looked at again

  constructor(address, most) {
    this.#address = address;
    this.#most = most;
  }

  /** Open the newest shard, if it is not open. */
  async start() {
    this.#edition ??= edition(this.#address, this.#most);
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
   * Yields an answer from the newest shard, if it has one, and another from all:
   * `{ results, counts, complete }`. `results` are `{ id, date, data() }`, the date empty where it
   * is not known, data() a promise of the page's fragment; `counts` are those of search-counts.js.
   *
   * `phrases`, lists of units, must all be found, `without` none of them; no phrases is every page.
   * `limits`: `{ year, issue, body, kind, section, tables }`, each empty or the value of a page,
   * that of `issue` its id; `tables` is true where all phrases must stand in tables.
   * `order`: "date" for the newest first, else the best first.
   */
  async *ask(question) {
    await this.refresh();
    const first = await this.start();
    try {
      yield* this.#answers(first, question);
    } catch (error) {
      if (!(await this.#reopened(first))) throw error;
      yield* this.#answers(await this.start(), question);
    }
  }

  /** Look whether the site has been replaced, if that was not done a moment ago. Every question does;
      who calls before it saves it the wait. Offline the tab goes on with what it has. */
  async refresh() {
    if (this.#edition && performance.now() - this.#seen > FRESH) {
      this.#seen = performance.now();
      this.#looking = this.#look().finally(() => (this.#looking = undefined));
    }
    await this.#looking;
  }

  async #look() {
    const mine = await this.#edition;
    const text = await list(this.#address).catch(() => mine.text);
    if (text !== mine.text) await this.#forget(mine);
  }

  /** A phrase, as units, in all its readings: as typed, and in simplified characters. */
  async readings(phrase) {
    return readings(phrase, (await this.start()).traditional);
  }

  async *#answers(mine, { phrases, without = [], limits = {}, order = "" }) {
    const read = (list) => list.map((phrase) => readings(phrase, mine.traditional));
    const wanted = read(phrases);
    const unwanted = read(without);
    const ask = (shard) => hits(shard, wanted, unwanted);
    const answer = (found, complete) => {
      const { kept, counts } = count(found, limits);
      const results = kept.sort(order === "date" ? byDate : byFit);
      return { results: results.map((hit) => this.#result(mine, hit)), counts, complete };
    };
    const first = await ask(mine.newest);
    const isComplete = mine.size === 1;
    const early = answer(first, isComplete);
    if (isComplete || early.results.length) yield early;
    if (isComplete) return;
    const others = await Promise.all((await mine.others()).map(ask));
    yield answer([...first, ...others.flat()], true);
  }

  #result(mine, { shard, row }) {
    const id = shard.facets.id[row];
    return {
      id: shard.address + id, // two shards may use the same
      date: shard.facets.date[row],
      data: async () => {
        await this.refresh();
        try {
          if ((await this.start()) === mine) return await data(shard, row);
        } catch (error) {
          if (!(await this.#reopened(mine))) throw error;
        }
        return this.#moved(id);
      },
    };
  }

  /** What a result shows, from the site that has taken the place of the one it was found in: the
      `id` is the same if the page is. */
  async #moved(id) {
    const { newest, others } = await this.start();
    const now = [newest, ...(await others())].find(({ rows }) => rows.has(id));
    if (!now) throw new Error(`${id} is not in the index any more`);
    return data(now, now.rows.get(id));
  }

  /** After something was lost: forget what was open, and say whether another stands in its place. */
  async #reopened(mine) {
    await this.#forget(mine);
    const text = await list(this.#address).catch(() => mine.text);
    return text !== mine.text;
  }

  async #forget(mine) {
    if ((await this.#edition) === mine) this.#edition = undefined;
    mine.engine.close();
  }
}

async function list(address) {
  return JSON.stringify(await json(address, { cache: "no-cache" }));
}

/** The index as it stands now: its newest shard, and `others()`, which opens them. */
async function edition(address, most) {
  const text = await list(address);
  const { script, shards } = JSON.parse(text);
  const engine = new Engine(new URL(script, address).href, most);
  const open = ({ path }) => openShard(engine, new URL(path, address).href);
  const [newest, traditional] = await Promise.all([
    open(shards[0]),
    json(new URL("traditional.json", address)),
  ]);
  let others;
  return {
    text,
    engine,
    traditional: new Map(Object.entries(traditional)),
    size: shards.length,
    newest,
    others: () => (others ??= Promise.all(shards.slice(1).map(open))),
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

/**
 * The pages of a shard that hold all that is wanted, in one reading or another, and how well they
 * fit: rank 2 has the page whose own number it is, 1 the page that holds all in its head.
 */
async function hits(shard, wanted, unwanted) {
  const [inside, outside] = await Promise.all(
    [wanted, unwanted].map((list) => Promise.all(list.map((phrase) => anyReading(shard, phrase)))),
  );
  const own = new Set(numbers(wanted).flatMap((number) => bearing(shard, number)));
  const everything = shard.facets.id.map((_, row) => row);
  const rows = inside.length ? [...inside[0].keys()] : everything;
  return rows
    .filter((row) => inside.every((held) => held.has(row)) && !outside.some((held) => held.has(row)))
    .map((row) => {
      const all = inside.map((held) => held.get(row));
      const inTables = all.length ? all.every((one) => one.inTable) : shard.facets.tables[row] > 0;
      const inHead = all.length > 0 && all.every((one) => one.inHead);
      const score = all.reduce((sum, { times }) => sum + weight(shard, row, times), 0);
      return { shard, row, inTables, rank: own.has(row) ? 2 : Number(inHead), score };
    });
}

/** What is said often counts for more, less and less so, and for more on a short page (as in BM25). */
function weight({ facets, length }, row, times) {
  return times / (times + 0.5 + facets.length[row] / length);
}

async function anyReading(shard, phrase) {
  const held = await Promise.all(phrase.map((reading) => holding(shard, reading)));
  const rows = new Map();
  for (const [row, one] of held.flatMap((found) => [...found])) {
    const other = rows.get(row) ?? { times: 0, inTable: false, inHead: false };
    rows.set(row, {
      times: one.times + other.times,
      inTable: one.inTable || other.inTable,
      inHead: one.inHead || other.inHead,
    });
  }
  return rows;
}

/** What was typed, as a document number: in the readings of its phrases. */
function numbers(wanted) {
  const most = Math.max(0, ...wanted.map((phrase) => phrase.length));
  return Array.from({ length: most }, (_, n) =>
    wanted.flatMap((phrase) => phrase[Math.min(n, phrase.length - 1)]),
  );
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

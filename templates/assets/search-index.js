// Asks the Pagefind index which pages hold every phrase of a query, best first.

import { find, mark, pairs, units } from "./search-tokens.js";

/** Units of a phrase that one question to the index may hold; more would load more than it finds. */
const WINDOW = 8;

/** Whether a part of the index did not arrive: Pagefind goes on as if its words were nowhere. */
let lost = false;
const load = globalThis.fetch;

async function watched(...request) {
  try {
    const answer = await load(...request);
    lost ||= !answer.ok;
    return answer;
  } catch (error) {
    lost = true;
    throw error;
  }
}

/**
 * Open the index whose script stands at `address`. Pagefind would cut a query by the language of
 * the page, once more and otherwise than the index: it must not see one while it starts.
 */
export async function open(address) {
  const { createInstance } = await import(address.replace("shards.json", "pagefind.js"));
  lost = false;
  globalThis.fetch = watched;
  const page = document.documentElement;
  const language = page.getAttribute("lang");
  page.removeAttribute("lang");
  const index = createInstance({ noWorker: true });
  page.setAttribute("lang", language);
  await index.init();
  return {
    async *ask({ phrases, limits, order }) {
      const results = await search(index, phrases, { year: limits.year, order });
      yield { results, counts: counted(results), complete: true };
    },
  };
}

function counted(results) {
  const none = new Map();
  return { year: none, issue: none, body: none, kind: none, section: none, tables: results.length };
}

/**
 * The pages that hold all `wanted` phrases: `[{ id, data() }]`.
 * `order` is "date" for the newest first, else the best first; `year` limits the search to one.
 * Throws if the index cannot be loaded.
 */
async function search(index, wanted, { year = "", order = "" } = {}) {
  const options = order === "date" ? { sort: { date: "desc" } } : {};
  const questions = wanted.flatMap(windows).map(tokens);
  if (year) questions.push([mark("y", units(year))]);
  const answers = await Promise.all(questions.map((words) => ask(index, words, options)));
  const pages = await verified(common(answers), wanted);
  const sorted = order === "date" ? pages : await ranked(index, pages, wanted);
  if (lost) throw new Error("a part of the index did not load");
  return sorted;
}

/** The results of a quoted question: pages that hold these tokens in this order. */
async function ask(index, words, options = {}) {
  return (await index.search(`"${words.join(" ")}"`, options)).results;
}

/** A phrase as the index can be asked for it: whole, or its beginning and its end. */
function windows(phrase) {
  if (phrase.length <= WINDOW) return [phrase];
  return [phrase.slice(0, WINDOW), phrase.slice(-WINDOW)];
}

function tokens(phrase) {
  return phrase.length === 1 ? [phrase[0].text] : pairs(phrase);
}

/** The results that stand in every list, in the order of the first. */
function common([first, ...others]) {
  const ids = others.map((list) => new Set(list.map((result) => result.id)));
  return first.filter((result) => ids.every((known) => known.has(result.id)));
}

/** Without the pages where a phrase begins and ends as it should but never stands whole. */
async function verified(results, wanted) {
  const long = wanted.filter((phrase) => phrase.length > WINDOW);
  if (long.length === 0) return results;
  const pages = await Promise.all(results.map((result) => result.data()));
  return results.filter((_, place) =>
    long.every((phrase) => pages[place].passages.some(([, text]) => find(text, phrase).length)),
  );
}

/**
 * Best first. Exact answers all score alike, so the same tokens are asked for as loose words,
 * which loads nothing more. A page that bears the query as its own number precedes all.
 */
async function ranked(index, results, wanted) {
  const [loose, owners] = await Promise.all([
    index.search(wanted.flatMap(tokens).join(" ")),
    bearing(index, wanted.flat()),
  ]);
  const scores = new Map(loose.results.map((result) => [result.id, result.score]));
  for (const owner of owners) scores.set(owner.id, Infinity);
  const score = (result) => scores.get(result.id) ?? 0;
  return [...results].sort((one, other) => score(other) - score(one));
}

/** The pages whose own number this is; there is none without a digit. */
async function bearing(index, number) {
  const digits = number.some((unit) => unit.kind === "digit");
  return digits ? ask(index, [mark("n", number)]) : [];
}

// Runs Pagefind on the parts of the index, in a worker: what it has loaded is never let go but with
// the worker (`search-engine.js`). Here a page has no language, by which Pagefind would cut a query
// once more and otherwise than the index.

import { PAGE } from "./search-tokens.js";

const load = globalThis.fetch.bind(globalThis);

/** The address of a part → a promise of it, once it has started. */
const parts = new Map();
/** The path of a part → what to do when one of its files does not arrive. */
const watchers = new Map();

let first; // a promise of the first part, which starts the program; only then may others start
let program; // a promise of the answer with the program, the same for all parts
let loaded = 0; // bytes of the index, as they were sent

/**
 * Pagefind goes on when a file does not arrive, as if its words were nowhere. So it waits for that
 * file for ever, and whoever asked is told.
 */
async function watched(address) {
  const [, lose] = [...watchers].find(([path]) => address.startsWith(path));
  try {
    if (address.includes("/wasm.")) return (await (program ??= arrived(address))).clone();
    const answer = await arrived(address);
    if (address.endsWith(".pf_index")) loaded += (await answer.clone().blob()).size;
    return answer;
  } catch (error) {
    lose(error);
    return new Promise(() => {});
  }
}

async function arrived(address) {
  const answer = await load(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function start(script, address) {
  const { createInstance } = await import(script);
  const path = new URL(address).pathname;
  const lost = new Promise((_, lose) => watchers.set(path, lose));
  lost.catch(() => {}); // it is told to whoever asks
  const sure = (promise) => Promise.race([promise, lost]);
  const instance = createInstance({ noWorker: true, basePath: path, metaCacheTag: "" });
  const pages = new Map(); // id → what loads a page, of those that were found
  const search = async (token) => {
    const { results } = await sure(instance.search(token));
    for (const { id, data } of results) if (!pages.has(id)) pages.set(id, data);
    return results.map(({ id, words }) => ({ id, places: words }));
  };
  const page = async (id) => {
    if (!pages.has(id)) await search(PAGE);
    return sure(pages.get(id)());
  };
  await search(""); // waits until it has started
  return { search, page };
}

function part(script, address) {
  if (!parts.has(address)) {
    const opened = (first ?? Promise.resolve()).then(() => start(script, address));
    first ??= opened;
    parts.set(address, opened);
  }
  return parts.get(address);
}

globalThis.fetch = watched;
addEventListener("message", async ({ data: { number, script, address, what, of } }) => {
  try {
    const answer = await (await part(script, address))[what](of);
    postMessage({ number, answer, loaded });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
});

// Starts Pagefind on a part of the index, and sees to it that nothing of it is lost unnoticed.

const load = globalThis.fetch.bind(globalThis);

/** The parts that are open: the path of each → its script, and what to do when a file is lost. */
const parts = new Map();

/** The address of a script → the answer with the program it runs, the same for all parts. */
const programs = new Map();

/**
 * Pagefind goes on when a file does not arrive, as if its words were nowhere. So it waits for that
 * file for ever, and whoever asked is told.
 */
function watched(address, ...options) {
  const [path, part] = [...parts].find(([path]) => String(address).startsWith(path)) ?? [];
  if (!part) return load(address, ...options);
  const name = address.slice(path.length);
  const answer = name.startsWith("wasm.") ? program(part.script, name) : arrived(address);
  return answer.catch((error) => {
    part.fail(error);
    return new Promise(() => {});
  });
}

async function arrived(address, options) {
  const answer = await load(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function program(script, name) {
  if (!programs.has(script)) programs.set(script, arrived(new URL(name, script)));
  try {
    return (await programs.get(script)).clone();
  } catch (error) {
    programs.delete(script);
    throw error;
  }
}

/** A file of the index as JSON. */
export async function json(address, options) {
  return (await arrived(address, options)).json();
}

/**
 * Start Pagefind on the part of the index at `address`. Returns a function that takes words and
 * gives Pagefind's results; it throws if a file of the part did not
 * arrive, then and from then on. Only one may be starting until a first one has.
 */
export async function start(script, address) {
  const { createInstance } = await import(script);
  const path = new URL(address).pathname;
  const lost = new Promise((_, fail) => parts.set(path, { script, fail }));
  lost.catch(() => {}); // it is told to whoever asks
  globalThis.fetch = watched;
  const instance = foreign(() =>
    createInstance({ noWorker: true, basePath: path, metaCacheTag: "" }),
  );
  const sure = (promise) => Promise.race([promise, lost]);
  const search = async (words) => {
    const { results } = await sure(instance.search(words));
    return results.map((result) => ({ ...result, data: () => sure(result.data()) }));
  };
  await search(""); // waits until it has started
  return search;
}

/**
 * Call on a page that seems to have no language: Pagefind would cut a query by it, once more and
 * otherwise than the index.
 */
function foreign(call) {
  const page = document.documentElement;
  const language = page.getAttribute("lang");
  page.removeAttribute("lang");
  try {
    return call();
  } finally {
    page.setAttribute("lang", language);
  }
}

// Asks Pagefind, which runs in a worker.

/**
 * Bytes of the index that a worker loads at most. In its memory they are some fifty times as many and
 * stay: once Pagefind has filled the 4 GB that a program may have, it answers nothing any more.
 */
const MOST = 4_000_000;

/** A file of the index as JSON. */
export async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Pagefind with its `script` on the parts of one index. Whatever it offers throws if a file is lost. */
export class Engine {
  #script;
  #most;
  #worker; // who is asked next, if anybody
  #isClosed = false;

  /** `most`: bytes of the index, after which a new worker takes over. */
  constructor(script, most = MOST) {
    this.#script = script;
    this.#most = most;
  }

  /** The pages of the part at `address` with this token: `[{ id, places }]`, the places counted in
      tokens. */
  search(address, token) {
    return this.#ask({ address, what: "search", of: token });
  }

  /** What the part at `address` shows of a page. */
  page(address, id) {
    return this.#ask({ address, what: "page", of: id });
  }

  /** Let the memory go when all is answered. */
  close() {
    this.#isClosed = true;
    this.#retire(this.#worker);
  }

  async #ask(question) {
    this.#worker ??= new Clerk();
    const mine = this.#worker;
    try {
      const { answer, loaded } = await mine.ask({ ...question, script: this.#script });
      if (loaded > this.#most || this.#isClosed) this.#retire(mine);
      return answer;
    } catch (error) {
      this.#retire(mine);
      throw error;
    }
  }

  #retire(worker) {
    if (this.#worker === worker) this.#worker = undefined;
    worker?.retire();
  }
}

/** A worker, with those who wait for its answers. */
class Clerk {
  #worker = new Worker(new URL("./search-worker.js", import.meta.url), { type: "module" });
  #waiting = new Map(); // number of a question → what to do with its answer
  #asked = 0;
  #isRetired = false;

  constructor() {
    this.#worker.onmessage = ({ data }) => this.#tell(data);
    this.#worker.onerror = ({ message }) => {
      const error = message || "the worker of the search does not start";
      for (const number of [...this.#waiting.keys()]) this.#tell({ number, error });
    };
  }

  ask(question) {
    return new Promise((resolve, reject) => {
      this.#asked += 1;
      this.#waiting.set(this.#asked, { resolve, reject });
      this.#worker.postMessage({ number: this.#asked, ...question });
    });
  }

  /** Stop as soon as nobody waits. */
  retire() {
    this.#isRetired = true;
    if (this.#waiting.size === 0) this.#worker.terminate();
  }

  #tell({ number, error, ...found }) {
    const { resolve, reject } = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error) reject(new Error(error));
    else resolve(found);
    if (this.#isRetired) this.retire();
  }
}

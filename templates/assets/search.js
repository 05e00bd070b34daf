// The search page: a question in the address in, a list of results out. Without this script the page
// is an index of all titles. What is typed is answered after a short pause.

import { asked, fill, typed } from "./search-address.js";
import { lift, tell, tellLimits } from "./search-filters.js";
import { help, hide } from "./search-help.js";
import { open } from "./search-index.js";
import { parse } from "./search-query.js";
import { clear, show, showMore } from "./search-results.js";
import { hush, say } from "./search-words.js";

/** Milliseconds without a key after which what was typed is answered. */
const PAUSE = 250;

const room = document.getElementById("search");
const form = document.getElementById("search-form");
const status = document.getElementById("search-status");
const again = document.getElementById("search-again");
const contents = document.getElementById("search-contents");
const name = document.title;

/** The answer to what asks for nothing. */
const NOTHING = { results: [], complete: true };

let archive; // a promise of the opened index, from the first question on
let turn = 0; // counts questions, so that a late answer to an old one is dropped
let answered; // the query part of the address that the page shows
let waiting; // the pause after a key
let isDraft = false; // whether the address holds what is being typed: the next key replaces it

/** The index, opened when it is first needed; one that did not open is tried again. */
function index() {
  archive ??= open(new URL(room.dataset.index, document.baseURI).href).catch((error) => {
    archive = undefined;
    throw error;
  });
  return archive;
}

/** The question of the address, with the phrases of its query. */
function question() {
  const { q: query = "", order = "", ...limits } = asked();
  return { key: location.search, typed: query, order, limits, ...parse(query) };
}

/** Answers to a question: if the index is not all there yet, first those of its newest part. */
async function* ask({ phrases, without, limits, order }) {
  const [wanted, unwanted] = [phrases, without].map((list) => list.map(({ units }) => units));
  const byDate = order === "date" || phrases.length === 0;
  yield* (await index()).ask({ phrases: wanted, without: unwanted, limits, order: byDate ? "date" : "" });
}

/** In how many pages of the archive a phrase stands, as units. */
async function count(units) {
  let found = 0;
  for await (const { results } of ask({ phrases: [{ units }], without: [], limits: {} })) found = results.length;
  return found;
}

/** Nothing is asked: the page is an index of titles. */
function rest() {
  clear();
  tell();
  hush(status);
  contents.hidden = false;
}

/** The phrases with all their readings, one of which stands on each page that is found. */
async function read({ phrases }) {
  const open = await index();
  const readings = await Promise.all(phrases.map(({ units }) => open.readings(units)));
  return phrases.map((phrase, place) => ({ ...phrase, readings: readings[place] }));
}

async function tellAnswer({ results, counts, complete }, wanted) {
  await show(results, { ...wanted, phrases: await read(wanted) });
  const none = results.length === 0;
  tell(counts);
  contents.hidden = !none;
  const key = complete ? (none ? "none" : "found") : "partly";
  say(status, key === "found" && wanted.cut ? "cut" : key, { count: results.length });
}

/** Answer the question that stands in the address. */
async function answer() {
  answered = location.search;
  const mine = (turn += 1);
  const isWanted = () => mine === turn;
  const wanted = question();
  const isEmpty = !wanted.phrases.length && !wanted.without.length;
  fill(asked());
  tellLimits(wanted.limits);
  document.title = wanted.typed ? `${wanted.typed}_${name}` : name;
  again.hidden = true;
  hide();
  if (isEmpty && !wanted.typed && !wanted.order && !Object.keys(wanted.limits).length) {
    rest();
    return;
  }
  say(status, "searching");
  try {
    let found = 0;
    // Punctuation alone asks for nothing that could be found.
    if (isEmpty && wanted.typed) await tellAnswer(NOTHING, wanted);
    else {
      for await (const answer of ask(wanted)) {
        if (!isWanted()) return;
        await tellAnswer(answer, wanted);
        found = answer.results.length;
      }
    }
    if (isWanted() && !found) await help(wanted, count, isWanted);
  } catch (error) {
    if (isWanted()) fail(error);
  }
}

function fail(error) {
  console.error(error);
  answered = undefined;
  say(status, "failed");
  again.hidden = false;
}

/** Ask what stands in the form. A draft, what is typed on, takes the place of the one before it in
    the history of the browser; all else can be gone back to. */
function go({ draft = false } = {}) {
  clearTimeout(waiting);
  const address = typed();
  if (address !== location.search) {
    const change = isDraft ? "replaceState" : "pushState";
    history[change](null, "", address || location.pathname);
  }
  isDraft = draft;
  if (address !== answered) answer();
}

function wait() {
  clearTimeout(waiting);
  waiting = setTimeout(() => go({ draft: true }), PAUSE);
}

form.addEventListener("input", ({ target, isComposing }) => {
  if (target.type === "search" && !isComposing) wait();
});
form.addEventListener("compositionend", wait);
form.addEventListener("focusin", () => index().catch(() => {}), { once: true });
form.addEventListener("change", ({ target }) => {
  if (target.type === "search") return;
  isDraft = false;
  go();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
document.getElementById("search-clear").addEventListener("click", () => {
  lift();
  isDraft = false;
  go();
  form.elements.q.focus();
});
document.getElementById("search-more").addEventListener("click", () => showMore().catch(fail));
again.addEventListener("click", answer);
addEventListener("popstate", () => {
  clearTimeout(waiting);
  isDraft = false;
  // A jump within the page, as by the skip link, is no new question.
  if (location.search !== answered) answer();
});
answer();

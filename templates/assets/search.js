// The search page: a query in the address in, a list of results out. Without this script the page
// is an index of all titles. All words it says stand in `data-` attributes of the page.

import { excerpts, marked } from "./search-excerpt.js";
import { open, phrases } from "./search-index.js";
import { find } from "./search-tokens.js";

const AT_ONCE = 10;
const EXCERPTS = 3;

const room = document.getElementById("search");
const form = document.getElementById("search-form");
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const contents = document.getElementById("search-contents");

let index; // a promise of the opened index, from the first query on
let turn = 0; // counts queries, so that a late answer to an old one is dropped
let answered; // the query part of the address that the page shows

function say(key, values = {}) {
  return room.dataset[key].replace(/\{(\w+)\}/gu, (_, name) => values[name]);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function highlighted(parts) {
  return parts.map(({ text, found }) => (found ? element("mark", {}, text) : text));
}

/** One result: title, facts, and the sentences that hold the phrases. */
function entry({ url, meta, passages }, wanted) {
  const titlePlaces = wanted.flatMap((phrase) => find(meta.title, phrase));
  const title = element("a", { href: url }, ...highlighted(marked(meta.title, titlePlaces)));
  const facts = [meta.number, meta.day, meta.issue, meta.section].filter(Boolean);
  const sentences = excerpts(passages, wanted, EXCERPTS).map(({ anchor, parts }) =>
    element("li", {}, element("a", { href: anchor ? `${url}#${anchor}` : url }, ...highlighted(parts))),
  );
  return element(
    "li",
    {},
    element("h2", {}, title),
    element("p", {}, ...facts.map((fact) => element("span", {}, fact))),
    element("ul", {}, ...sentences),
  );
}

/** Add the next results to the list; the button stays while there are more. */
async function show(results, wanted) {
  const mine = turn;
  more.hidden = true;
  const pages = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
  if (mine !== turn) return;
  const made = pages.map((page) => entry(page, wanted));
  list.append(...made);
  const rest = results.slice(AT_ONCE);
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const shown = list.children.length;
    try {
      await show(rest, wanted);
      list.children[shown]?.querySelector("a").focus();
    } catch (error) {
      fail(error);
    }
  };
}

function fail(error) {
  console.error(error);
  index = undefined; // so that the next query tries again
  status.textContent = say("failed");
}

/** Answer the query that stands in the address. */
async function answer() {
  answered = location.search;
  const query = new URLSearchParams(answered);
  for (const field of form.elements) if (field.name) field.value = query.get(field.name) ?? "";
  const mine = (turn += 1);
  const words = (query.get("q") ?? "").trim();
  const wanted = phrases(words);
  list.replaceChildren();
  more.hidden = true;
  contents.hidden = false;
  status.textContent = words ? say(wanted.length ? "searching" : "none") : "";
  if (wanted.length === 0) return;
  try {
    index ??= open(new URL(room.dataset.index, document.baseURI).href);
    const limits = { year: query.get("year") };
    const order = query.get("order");
    for await (const { results, complete } of (await index).ask({ phrases: wanted, limits, order })) {
      if (mine !== turn) return;
      if (!complete) continue;
      await show(results, wanted);
      if (mine !== turn) return;
      contents.hidden = results.length > 0;
      status.textContent = say(results.length ? "found" : "none", { count: results.length });
    }
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = [...new FormData(form)].filter(([, value]) => value.trim());
  history.pushState(null, "", `?${new URLSearchParams(query)}`);
  answer();
});
addEventListener("popstate", () => {
  // A jump within the page, as by the skip link, is no new query.
  if (location.search !== answered) answer();
});
answer();

// The list of results: documents with the sentence in which the phrase stands, ten at first.

import { excerpts, linkTo, marked, readOn } from "./search-excerpt.js";
import { find } from "./search-tokens.js";
import { say } from "./search-words.js";

const AT_ONCE = 10;
/** Further places of one document that fold out; who wants all of them opens it. */
const MOST = 20;

const list = document.getElementById("search-results");
const more = document.getElementById("search-more");

let question; // what was asked, with a `key` of its own
let all = []; // the results
let shown = []; // the ids of those in the list
let turn = 0; // counts, so that what loads late does not come into another list

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function highlighted(parts) {
  return parts.map(({ text, found }) => (found ? element("mark", {}, text) : text));
}

/** One place: the heading it stands under, and the sentence, which leads there. */
function place({ url }, { anchor, heading, parts }, phrases) {
  const under = heading ? [element("span", { class: "under" }, heading)] : [];
  return element("li", {}, ...under, element("a", { href: linkTo(url, phrases, anchor) }, ...highlighted(parts())));
}

/** The places behind the first, which fold out; they are made when somebody wants them. */
function further(page, others, phrases) {
  const fold = element("details", {});
  const summary = element("summary", {});
  say(summary, "others", { count: others.length });
  fold.append(summary);
  fold.addEventListener(
    "toggle",
    () => {
      const places = others.slice(0, MOST).map((other) => place(page, other, phrases));
      fold.append(element("ul", {}, ...places));
      if (others.length > MOST) {
        const link = element("a", { href: linkTo(page.url, phrases) });
        fold.append(element("p", {}, say(link, "rest", { count: others.length - MOST })));
      }
    },
    { once: true },
  );
  return fold;
}

/** Text in which the phrases are marked. */
function withMarks(text, wanted) {
  return highlighted(marked(text, wanted.flatMap((phrase) => find(text, phrase))));
}

/** One result. */
function entry(page, { phrases: asked, limits }) {
  const { url, meta, passages } = page;
  const phrases = asked.map((phrase) => readOn(passages, phrase));
  const wanted = phrases.map((phrase) => phrase.units);
  const title = element("a", { href: linkTo(url, phrases) }, ...withMarks(meta.title, wanted));
  const facts = [meta.number, meta.day, meta.issue, meta.section].filter(Boolean);
  const made = element(
    "li",
    {},
    element("h2", {}, title),
    element("p", {}, ...facts.map((fact) => element("span", {}, ...withMarks(fact, wanted)))),
  );
  const known = [meta.title, ...facts];
  const [first, ...others] = excerpts(passages, wanted, { known, inTables: Boolean(limits.tables) });
  if (first) made.append(element("ul", {}, place(page, first, phrases)));
  if (others.length) made.append(further(page, others, phrases));
  return made;
}

/** Take everything away. */
export function clear() {
  shown = [];
  all = [];
  question = undefined;
  turn += 1;
  more.hidden = true;
  list.replaceChildren();
}

/**
 * Show results, ten of them. Of a question that is answered again, as the rest of the index has
 * come, as many as are there, and what stays at its place is not touched. Throws if a result does
 * not load.
 */
export async function show(results, asked) {
  const again = asked.key === question?.key;
  await draw(results, asked, again ? Math.max(AT_ONCE, shown.length) : AT_ONCE);
}

/** Show ten more, and go to the first of them. Throws if one does not load. */
export async function showMore() {
  const before = shown.length;
  await draw(all, question, before + AT_ONCE);
  list.children[before]?.querySelector("a").focus();
}

async function draw(results, asked, count) {
  const mine = (turn += 1);
  const ids = results.slice(0, count).map(({ id }) => id);
  const stays = asked.key === question?.key && shown.every((id, place) => id === ids[place]);
  const added = results.slice(stays ? shown.length : 0, count);
  const pages = await Promise.all(added.map((result) => result.data()));
  if (mine !== turn) return;
  const focused = list.contains(document.activeElement) && document.activeElement.href;
  if (!stays) list.replaceChildren();
  list.append(...pages.map((page) => entry(page, asked)));
  if (focused && !stays) [...list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
  [all, shown, question] = [results, ids, asked];
  more.hidden = results.length <= ids.length;
}

// Marks what a reader has searched for on the page that was found, and leads from one place to the
// next. The words stand in the address: `?find=`. Closed, the page is as if it had been opened
// without them.

import { pointedAt } from "./address.js";
import { find, units } from "./search-tokens.js";

/** The innermost of these holds a phrase; none reaches from one into another. */
const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, pre, caption, figcaption";
/** What belongs to the site and not to the document. */
const APART =
  "nav, dialog, svg, .bar, .player, .tools, .charts, .check, .up, .origin, .self, .ref, .size, .downloads, .return, .origins, .unprinted, dt[data-say], h2[data-say]";

const root = document.documentElement;
const bar = document.querySelector(".hits");
const [status, back, on, close] = bar.children;
const wanted = new URLSearchParams(location.search)
  .get("find")
  .split(/\s+/u)
  .map(units)
  .filter((phrase) => phrase.length);

let now; // the mark that was gone to

/** The text nodes of the page, in a list for each block. */
function blocks() {
  const found = new Map();
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    const block = !parentElement.closest(APART) && parentElement.closest(BLOCKS);
    if (!block) continue;
    if (!found.has(block)) found.set(block, []);
    found.get(block).push(walker.currentNode);
  }
  return [...found.values()];
}

/** Where the phrases stand in a text, in order; those that overlap are one place. */
function places(text) {
  const folded = text.normalize("NFKD").toLowerCase();
  const held = wanted.filter((phrase) => phrase.every((unit) => folded.includes(unit.text)));
  const joined = [];
  for (const [start, end] of held.flatMap((phrase) => find(text, phrase)).sort(([one], [other]) => one - other)) {
    const last = joined[joined.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Put marks into one block; a place that reaches over several elements has one in each. */
function mark(nodes) {
  const found = places(nodes.map((node) => node.data).join("")).reverse();
  let first = 0;
  for (const node of nodes) {
    const last = first + node.length;
    for (const [start, end] of found) {
      if (start >= last || end <= first) continue;
      const range = document.createRange();
      range.setStart(node, Math.max(start - first, 0));
      range.setEnd(node, Math.min(end - first, node.length));
      const made = document.createElement("mark");
      made.className = start < first ? "hit more" : "hit";
      range.surroundContents(made);
    }
    first = last;
  }
}

/** The first mark of each place that is shown: a table may hide rows, and sort them. */
function hits() {
  return [...document.querySelectorAll("mark.hit:not(.more)")].filter((hit) => !hit.closest("[hidden]"));
}

function say() {
  const all = hits();
  const key = !all.length ? "none" : now ? "at" : "all";
  const values = { at: all.indexOf(now) + 1, count: all.length };
  status.textContent = status.dataset[key].replace(/\{(\w+)\}/gu, (_, name) => values[name]);
  back.hidden = on.hidden = !all.length;
  if (!now) return;
  // Who does not see the place is told what stands there.
  const words = document.createElement("span");
  words.className = "unprinted";
  words.lang = root.lang;
  words.textContent = now.closest(BLOCKS).textContent;
  status.append(words);
}

function isInSight(hit) {
  const { top, bottom, left, right } = hit.getBoundingClientRect();
  return top > 60 && bottom < innerHeight - 90 && left >= 0 && right <= innerWidth;
}

function go(hit) {
  for (const mark of document.querySelectorAll("mark.now")) mark.classList.remove("now");
  now = hit;
  if (hit) {
    hit.classList.add("now");
    for (let fold = hit.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (!isInSight(hit)) hit.scrollIntoView({ block: "center", inline: "center" });
  }
  say();
}

/** To the next place, or the one before; behind the last comes the first. */
function step(way) {
  const all = hits();
  const at = all.indexOf(now);
  go(all[(at < 0 && way < 0 ? all.length - 1 : at + way + all.length) % all.length]);
}

function leave() {
  const place = now?.closest(BLOCKS);
  for (const mark of document.querySelectorAll("mark.hit")) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode.normalize();
  }
  const inside = bar.contains(document.activeElement);
  bar.hidden = true;
  delete root.dataset.hits;
  const address = new URL(location);
  address.searchParams.delete("find");
  history.replaceState(history.state, "", address);
  if (!inside || !place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function begin() {
  blocks().forEach(mark);
  root.dataset.hits = "";
  bar.hidden = false;
  const target = pointedAt();
  const follows = (hit) => target.contains(hit) || target.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING;
  go(target ? hits().find(follows) : undefined);
}

on.addEventListener("click", () => step(1));
back.addEventListener("click", () => step(-1));
close.addEventListener("click", leave);
// Before those that listen in the page close what lies over it.
addEventListener(
  "keydown",
  ({ key }) => {
    if (key === "Escape" && !bar.hidden && !document.querySelector(":is(dialog, .settings, .choose)[open]")) leave();
  },
  true,
);
new MutationObserver(say).observe(status, { attributeFilter: ["data-at"] });

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = bar.dataset.style;
sheet.onload = sheet.onerror = begin;
document.head.append(sheet);

// Help where nothing is found: the document numbers nearest to what was typed, the parts of the query
// that are found, and what else to try.

import { nearest } from "./search-numbers.js";
import { say } from "./search-words.js";

/** Units that are looked through: each costs a question to the index. */
const LONGEST = 24;
const MOST = 5;

const box = document.getElementById("search-none");
const [numbers, offered] = box.querySelectorAll("section");

/** Show no help. */
export function hide() {
  box.hidden = true;
}

/**
 * Show help for a question that found nothing. `count` tells how many pages hold some units
 * in a row; `isWanted` whether the reader still waits.
 */
export async function help({ phrases, typed }, count, isWanted) {
  box.hidden = false;
  for (const section of [offered, numbers]) section.hidden = true;
  const found = new Map(); // a part → the pages that hold it
  let left = LONGEST;
  for (const { text, units } of phrases) {
    const cut = units.slice(0, left);
    for (const [part, pages] of await longest(text, cut, count)) found.set(part, pages);
    left -= cut.length;
    if (!isWanted()) return;
  }
  const parts = [...found].sort(([one], [other]) => other.length - one.length).slice(0, MOST);
  fill(
    offered,
    parts.map(([part, pages]) => [`?${new URLSearchParams({ q: part })}`, part, pages]),
  );
  const near = await nearest(typed);
  if (isWanted()) fill(numbers, near);
}

function fill(section, links) {
  const list = section.querySelector("ul");
  list.replaceChildren(
    ...links.map(([href, text, pages]) => {
      const line = document.createElement("li");
      const link = line.appendChild(document.createElement("a"));
      link.href = href;
      link.textContent = text;
      if (pages) line.append(" ", say(document.createElement("span"), "count", { count: pages }));
      return line;
    }),
  );
  section.hidden = links.length === 0;
}

/**
 * The longest parts of a phrase that stand somewhere, none within another, with the number of pages
 * that hold them. A single character says too little to be one.
 */
async function longest(text, cut, count) {
  const whole = cut.length && (await count(cut));
  if (whole) return [[text.slice(cut[0].start, cut[cut.length - 1].end), whole]];
  const found = [];
  let last = 0; // of the part that begins at `first`; what is found, is found without its beginning
  for (let first = 0; first < cut.length; first += 1) {
    let pages = 0;
    const { kind, text: begins } = cut[first];
    last = Math.max(last, kind === "han" || begins.length === 1 ? first + 1 : first);
    while (last < cut.length) {
      const more = await count(cut.slice(first, last + 1));
      if (!more) break;
      pages = more;
      last += 1;
    }
    if (pages) found.push([text.slice(cut[first].start, cut[last - 1].end), pages]);
  }
  return found;
}

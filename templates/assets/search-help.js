// Help where nothing is found: the document numbers nearest to what was typed, the parts of the query
// that are found, and what else to try.

import { nearest } from "./search-numbers.js";
import { say } from "./search-words.js";

/** Units of one phrase that are looked through: each costs a question to the index. */
const LONGEST = 24;
const MOST = 5;

const box = document.getElementById("search-none");
const [numbers, parts] = box.querySelectorAll("section");

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
  for (const section of [parts, numbers]) section.hidden = true;
  const found = [];
  for (const phrase of phrases) {
    found.push(...(await longest(phrase, count)));
    if (!isWanted()) return;
  }
  found.sort((one, other) => other.text.length - one.text.length);
  fill(
    parts,
    found.slice(0, MOST).map(({ text, pages }) => [`?${new URLSearchParams({ q: text })}`, text, pages]),
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
 * The longest parts of a phrase that stand somewhere, none within another: `[{ text, pages }]`.
 * A single character says too little to be one.
 */
async function longest(phrase, count) {
  const cut = phrase.units.slice(0, LONGEST);
  const found = [];
  let last = 0; // of the part that begins at `first`; what is found, is found without its beginning
  for (let first = 0; first < cut.length; first += 1) {
    let pages = 0;
    last = Math.max(last, cut[first].kind === "han" ? first + 1 : first);
    while (last < cut.length) {
      const more = await count(cut.slice(first, last + 1));
      if (!more) break;
      pages = more;
      last += 1;
    }
    if (pages) found.push({ text: phrase.text.slice(cut[first].start, cut[last - 1].end), pages });
  }
  return found;
}

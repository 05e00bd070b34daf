// The document numbers nearest to one that nobody has: another digit, another year, a part left out.

import { units } from "./search-tokens.js";

const room = document.getElementById("search");
const MOST = 5;
/** What the parts of a number may differ by. */
const FARTHEST = 3;
/** A part that was not typed differs less than a wrong one. */
const LEFT_OUT = 0.5;

let known; // a promise of the numbers: address, name, units

async function load() {
  const answer = await fetch(room.dataset.numbers);
  const pairs = answer.ok ? await answer.json() : [];
  return pairs
    .map(([url, name]) => ({ url, name, cut: units(name).map(({ text }) => text) }))
    .filter(({ name }) => /\d\D*号$/u.test(name));
}

/** By how many parts two rows of units differ, as by Levenshtein. */
function difference(typed, own) {
  let row = own.map((_, place) => (place + 1) * LEFT_OUT);
  row.unshift(0);
  typed.forEach((unit, down) => {
    const next = [down + 1];
    own.forEach((other, place) => {
      const changed = row[place] + (unit === other ? 0 : 1);
      next.push(Math.min(changed, row[place + 1] + 1, next[place] + LEFT_OUT));
    });
    row = next;
  });
  return row[own.length];
}

/** How far the last numbers of two rows of units are apart. */
function distance(typed, own) {
  const [one, other] = [typed, own].map((row) => Number(row.filter((unit) => /^\d+$/u.test(unit)).pop()));
  return Math.abs(one - other);
}

/** The numbers nearest to what was typed, `[[address, name]]`; none for what is not like a number. */
export async function nearest(text) {
  const typed = units(text).map((unit) => unit.text);
  if (!typed.some((unit) => /^\d+$/u.test(unit))) return [];
  known ??= load().catch(() => []); // it is only help
  const most = Math.min(FARTHEST, typed.length / 2);
  return (await known)
    .map((one) => ({ ...one, far: difference(typed, one.cut), off: distance(typed, one.cut) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far || one.off - other.off)
    .slice(0, MOST)
    .map(({ url, name }) => [room.dataset.home + url.slice(1), name]);
}

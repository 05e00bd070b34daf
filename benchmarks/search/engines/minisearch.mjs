// MiniSearch over pairs of characters: pages and queries in, addresses and the size of the index out.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";

/** Han characters in pairs, all else in words; a character alone stays alone. */
function pairs(text) {
  const found = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu)) {
    const chars = [...run];
    const han = /\p{Script=Han}/u.test(run);
    if (!han || chars.length === 1) found.push(run);
    else for (let at = 0; at + 1 < chars.length; at += 1) found.push(chars[at] + chars[at + 1]);
  }
  return found;
}

const { pages, queries } = JSON.parse(readFileSync(0, "utf-8"));
const index = new MiniSearch({ fields: ["text"], tokenize: pairs, processTerm: (term) => term });
index.addAll(Object.entries(pages).map(([id, text]) => ({ id, text })));
// A single character begins pairs: only as a prefix does it find any.
const options = { combineWith: "AND", prefix: (term) => /^\p{Script=Han}$/u.test(term) };
const found = queries.map((query) => index.search(query, options).map((result) => result.id));
process.stdout.write(JSON.stringify({ found, bytes: gzipSync(JSON.stringify(index)).length }));

// The order of the rows of a table by one of its columns.

import { folded } from "./folded.js";

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
const NUMBER = /^[-−+±≥≤<>]?\d[\d,]*(?:\.\d+)?[%‰]?$/u;
const DATE = /^((?:19|20)\d\d)[年.\/-](?:(\d{1,2})(?:[月.\/-]|$))?(?:(\d{1,2})日?)?/u;

function dateOf(text) {
  const found = DATE.exec(text);
  return found ? found[1] * 10000 + (found[2] ?? 0) * 100 + Number(found[3] ?? 0) : NaN;
}

function numberOf(text) {
  return NUMBER.test(text) ? Number(text.replace("−", "-").replace(/[^\d.-]/gu, "")) : NaN;
}

/** What makes values of the texts of a column: days where four in five are, else numbers. */
export function measure(texts) {
  const said = texts.filter((text) => text !== "");
  return 5 * said.filter(dateOf).length >= 4 * said.length ? dateOf : numberOf;
}

/**
 * Rows by a column: values, then words, then what is empty, up or down. Totals stay where they are.
 */
export function sorted(rows, column, descending, read) {
  const keyed = rows.map((row) => {
    const text = folded(row.texts[column] ?? "");
    return { row, text, value: read(text) };
  });
  const turn = descending ? -1 : 1;
  const compare = (a, b) =>
    (a.text === "") - (b.text === "") ||
    Number.isNaN(a.value) - Number.isNaN(b.value) ||
    turn * (a.value - b.value || collator.compare(a.text, b.text)) ||
    a.row.place - b.row.place;
  const free = keyed.filter(({ row }) => !row.fixed).sort(compare);
  return rows.map((row) => (row.fixed ? row : free.shift().row));
}

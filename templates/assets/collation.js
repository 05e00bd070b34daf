// The collation page: shows only the rows that hold some words, or are of one kind, and opens what
// a link points at. Without this script the page is whole. All words it says stand in `data-`
// attributes of the page.

import { pointedAt } from "./address.js";
import { folded } from "./folded.js";

const form = document.getElementById("filter");
const status = document.getElementById("filter-status");
const field = document.getElementById("filter-words");
const choice = document.getElementById("filter-kind");
const rules = document.querySelector("details.rules");

/** Milliseconds without a key after which the rows are looked through. */
const PAUSE = 200;

/** The text of a row as it was, or as it is: without what came, or without what went. */
function reading(row, others) {
  const copy = row.cloneNode(true);
  for (const other of copy.querySelectorAll(others)) other.remove();
  return copy.textContent;
}

/** All rows, each with its kind and its text; what a group is called counts as text of its rows. */
function read() {
  return [...document.querySelectorAll("tr[data-kind]")].map((row) => ({
    row,
    kind: row.dataset.kind,
    lines: row.querySelector("details"), // of a table that was put in, the lines that stood there
    text: folded(`${reading(row, "ins")} ${reading(row, "del")} ${row.closest("details")?.querySelector("summary").textContent ?? ""}`),
  }));
}

let rows; // read at the first question
let opened; // the groups that the reader had open before asking

/** Open the groups that have an answer; put them back as they were when nothing is asked. */
function unfold(asked) {
  // What the rules are would stand between the question and its answers.
  if (rules && asked !== (opened !== undefined)) rules.open = !asked;
  const groups = [...document.querySelectorAll("details.group")];
  if (asked) opened ??= new Set(groups.filter((group) => group.open));
  for (const group of groups) {
    const answers = group.querySelector("tr[data-kind]:not([hidden])") !== null;
    group.hidden = asked && !answers;
    group.open = asked ? answers : (opened?.has(group) ?? group.open);
  }
  if (!asked) opened = undefined;
  for (const part of document.querySelectorAll(".part")) {
    part.hidden = asked && part.querySelector("tr[data-kind]:not([hidden])") === null;
  }
}

function filter() {
  rows ??= read();
  const words = folded(field.value);
  const kind = choice.value;
  let shown = 0;
  for (const { row, kind: its, text, lines } of rows) {
    row.hidden = (kind !== "" && its !== kind) || !text.includes(words);
    if (lines) lines.open = words !== "" && folded(lines.textContent).includes(words);
    if (!row.hidden) shown += 1;
  }
  const asked = words !== "" || kind !== "";
  unfold(asked);
  status.textContent = asked ? form.dataset.shown.replace("{shown}", shown) : "";
}

/** Open the group that the address points at or into. */
function reveal() {
  const target = pointedAt();
  const group = target?.closest("details");
  if (!group || group.open) return;
  group.open = true;
  target.scrollIntoView();
}

let closed = []; // what was opened for the printer

addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const group of closed) group.open = true;
});
addEventListener("afterprint", () => {
  for (const group of closed) group.open = false;
});
addEventListener("hashchange", reveal);
reveal();

if (form) {
  let waiting;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, PAUSE);
  });
}

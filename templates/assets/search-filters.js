// The limits of a search: how many pages each choice would give, and how many limits are set.

import { LIMITS } from "./search-address.js";
import { hush, keep, say, words } from "./search-words.js";

const form = document.getElementById("search-form");
const box = document.getElementById("search-filters");
const active = box.querySelector("summary span:last-child");
const clear = document.getElementById("search-clear");
const inTables = document.getElementById("search-tables");
const beside = matchMedia("(min-width: 60rem)");

const lists = LIMITS.map((name) => form.elements[name]).filter((field) => field.options);

/** The choices of a list, without the one that sets no limit. */
function choices(list) {
  return [...list.options].filter((option) => option.value);
}

/** What each choice would give before anything is asked: what the archive holds. */
const held = new Map(lists.flatMap(choices).map((option) => [option, Number(option.dataset.count)]));

/** A choice that gives nothing is left out, unless it is made already. */
function label(option, count) {
  option.label = words("option", { name: option.textContent, count });
  option.hidden = count === 0 && !option.selected;
}

/** Tell how many pages each choice would give, as answered: name of the limit → value → count. */
export function tell(counts) {
  for (const list of lists) {
    keep(list, () => {
      for (const option of choices(list)) {
        label(option, counts ? (counts[list.name].get(option.value) ?? 0) : (held.get(option) ?? 0));
      }
    });
  }
  if (counts) say(inTables, "count", { count: counts.tables });
  else hush(inTables);
}

/** Tell how many limits a question sets. */
export function tellLimits(question) {
  const count = LIMITS.filter((name) => question[name]).length;
  if (count) say(active, "limits", { count });
  else hush(active);
  clear.hidden = count === 0;
}

/** Take all limits away. */
export function lift() {
  for (const name of LIMITS) {
    const field = form.elements[name];
    if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
}

/** Beside the results the limits are open; above them, on a telephone, they would push them away. */
function place() {
  box.open = beside.matches;
}

beside.addEventListener("change", place);
place();
tell();

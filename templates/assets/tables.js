// Large tables: shows only the rows that hold some words, sorts them by a column, leaves columns
// out. Without this script the table is whole. All words it says stand in a template on the page.

import { pointedAt } from "./address.js";
import { APART, grid, headsOf, nameOf } from "./tables-cells.js";
import { Shown } from "./tables-shown.js";

/** Milliseconds without a key after which the rows are looked through. */
const PAUSE = 200;

/** The table as it was printed. */
const PRINTED = { words: "", column: undefined, descending: false, without: new Set() };

/** Make the words of a head a button, and leave what else stands in it outside. */
function button(head) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "sort";
  const nodes = [...head.childNodes];
  const apart = nodes.findIndex((node) => node.nodeType === 1 && (node.matches(APART) || node.querySelector(APART)));
  made.append(...nodes.slice(0, apart < 0 ? nodes.length : apart));
  head.prepend(made);
  return made;
}

/** A box to tick for each column but the one that names the rows. */
function boxes(table, names) {
  const lines = grid([...(table.tBodies[0]?.rows ?? [])]);
  const kept = Math.max(0, ...lines.map((line) => line.findIndex((cell) => cell?.classList.contains("name"))));
  return [...names.keys()].filter((column) => column !== kept && names[column]).map((column) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.value = column;
    label.append(box, names[column]);
    return label;
  });
}

/** What the table shows, in the words that the page has for it. */
function saying(says, { words, column, descending, without }, names, shown) {
  // A function, for the name of a column may hold what `replace` takes for a pattern.
  const fill = (text, key, value) => text.replace(`{${key}}`, () => value);
  const order = column === undefined ? "" : fill(descending ? says.descending : says.ascending, "column", names[column]);
  const left = without.size ? fill(says.without, "count", without.size) : "";
  return order + left + (words === "" ? says.all : fill(says.some, "shown", shown));
}

/** Put the controls above a table. */
function equip(tools) {
  const table = tools.parentElement.querySelector("table");
  tools.append(tools.querySelector("template").content);
  const field = tools.querySelector("input");
  const status = tools.querySelector("[role=status]");
  const choose = tools.querySelector(".choose");
  const tops = grid([...(table.tHead?.rows ?? [])]);
  const names = [...(tops[0] ?? []).keys()].map((column) => nameOf(tops, column));
  const heads = status.dataset.ascending ? headsOf(tops) : new Map();
  let asked = PRINTED;
  let shown; // read at the first question
  let waiting;

  function draw(wanted) {
    shown ??= new Shown(table);
    shown.draw(wanted);
  }

  function ask(change) {
    clearTimeout(waiting);
    asked = { ...asked, words: field.value.trim(), ...change };
    draw(asked);
    status.textContent = saying(status.dataset, asked, names, shown.count());
    for (const [column, head] of heads) {
      if (column !== asked.column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", asked.descending ? "descending" : "ascending");
    }
  }

  /** All rows and columns, in the order asked for or in that of `change`. */
  function unfold(change) {
    field.value = "";
    for (const box of choose.querySelectorAll("input")) box.checked = true;
    ask({ without: new Set(), ...change });
  }

  /** Show what the address points at, if it is hidden here. */
  function reveal() {
    const target = pointedAt();
    if (!target || !table.contains(target) || !target.closest("[hidden]")) return;
    unfold();
    target.scrollIntoView();
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(), PAUSE);
  });
  for (const [column, head] of heads) {
    // Up, down, as printed.
    button(head).addEventListener("click", () => {
      const again = asked.column === column;
      ask({ column: again && asked.descending ? undefined : column, descending: again && !asked.descending });
    });
  }
  tools.querySelector(".restore").addEventListener("click", () => unfold(PRINTED));
  choose.lastElementChild.append(...boxes(table, names));
  choose.hidden = !choose.querySelector("input");
  choose.addEventListener("change", () => {
    const without = [...choose.querySelectorAll("input:not(:checked)")].map((box) => Number(box.value));
    ask({ without: new Set(without) });
  });
  choose.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !choose.open) return;
    choose.open = false;
    choose.firstElementChild.focus();
  });
  addEventListener("hashchange", reveal);
  // A link to where the address points already changes nothing of it.
  addEventListener("click", ({ target }) => {
    if (target.closest?.("a")?.hash === location.hash) reveal();
  });
  addEventListener("beforeprint", () => draw(PRINTED));
  addEventListener("afterprint", () => draw(asked));
  status.textContent = status.dataset.all;
}

document.querySelectorAll(".tools").forEach(equip);

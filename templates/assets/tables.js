// Large tables: shows only the rows that hold some words, sorts them by a column, leaves columns
// out. Without this script the table is whole. All words it says stand in a template on the page.

/** Milliseconds without a key after which the rows are looked through. */
const PAUSE = 200;

/** What stands in a cell and is none of its text: its note, its source line, its link. */
const APART = ".ref, .origin, .self";

/** The table as it was printed. */
const PRINTED = { words: "", column: undefined, descending: false, without: new Set() };

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
const NUMBER = /^[-−+±≥≤<>]?\d[\d,]*(?:\.\d+)?[%‰]?$/u;
const DATE = /^((?:19|20)\d\d)[年.\/-](?:(\d{1,2})(?:[月.\/-]|$))?(?:(\d{1,2})日?)?/u;

/** Text as it is compared: without white space, full width as half, capitals as small letters. */
function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

function wordsOf(cell) {
  if (!cell.querySelector(APART)) return cell.textContent.trim();
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll(APART)) part.remove();
  return copy.textContent.trim();
}

/** For each row what cell stands in each column; a cell over several rows stands in each. */
function grid(rows) {
  const lines = rows.map(() => []);
  rows.forEach((row, down) => {
    let at = 0;
    for (const cell of row.cells) {
      while (lines[down][at]) at += 1;
      for (const line of lines.slice(down, down + cell.rowSpan)) {
        for (let right = 0; right < cell.colSpan; right += 1) line[at + right] = cell;
      }
      at += cell.colSpan;
    }
  });
  return lines;
}

function dateOf(text) {
  const found = DATE.exec(text);
  return found ? found[1] * 10000 + (found[2] ?? 0) * 100 + Number(found[3] ?? 0) : NaN;
}

function numberOf(text) {
  return NUMBER.test(text) ? Number(text.replace("−", "-").replace(/[^\d.-]/gu, "")) : NaN;
}

/** What makes values of the texts of a column, if four in five are dates or numbers. */
function measure(texts) {
  const said = texts.filter((text) => text !== "");
  const fits = (read) => 5 * said.filter((text) => !Number.isNaN(read(text))).length >= 4 * said.length;
  return [dateOf, numberOf].find(fits);
}

/** Rows by a column: values, then other words, then what is empty. Totals stay where they are. */
function sorted(rows, column, descending, read) {
  const keyed = rows.map((row) => {
    const text = folded(row.texts[column] ?? "");
    return { row, text, value: read?.(text) ?? NaN };
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

/** One row of the body, as it was printed. */
function record(element, cells, place) {
  const texts = [...cells].map((cell) => (cell ? wordsOf(cell) : ""));
  const group = element.classList.contains("group");
  const fixed = group || element.classList.contains("total");
  return { element, cells, own: cells, texts, text: folded(texts.join("\n")), group, fixed, place };
}

/** What is shown of a table, and in which order. */
class Shown {
  constructor(table) {
    const head = [...(table.tHead?.rows ?? [])];
    const lines = grid(head);
    this.head = head.map((element, down) => ({ element, own: [...lines[down]] }));
    this.bodies = [...table.tBodies].map((body) => {
      const rows = [...body.rows];
      const below = grid(rows);
      return rows.map((element, down) => record(element, [...below[down]], down));
    });
    this.rows = this.bodies.flat();
    this.measures = new Map();
  }

  draw({ words, column, descending, without }) {
    this.spread(words !== "" || column !== undefined);
    const asked = words.split(/\s+/u).map(folded);
    for (const rows of this.bodies) {
      const wanted = column === undefined ? rows : sorted(rows, column, descending, this.measureOf(column));
      const body = rows[0]?.element.parentElement;
      if (wanted.some(({ element }, place) => body.rows[place] !== element)) {
        body.append(...wanted.map(({ element }) => element));
      }
      const group = rows[0]?.group ? rows[0] : undefined;
      const about = group?.text ?? "";
      for (const { element, text } of rows) {
        element.hidden = !asked.every((word) => text.includes(word) || about.includes(word));
      }
      if (group) group.element.hidden = rows.every(({ element }) => element.hidden);
    }
    this.leaveOut(without);
  }

  count() {
    return this.rows.filter(({ element }) => !element.hidden).length;
  }

  measureOf(column) {
    if (!this.measures.has(column)) {
      const free = this.rows.filter((row) => !row.fixed);
      this.measures.set(column, measure(free.map((row) => folded(row.texts[column] ?? ""))));
    }
    return this.measures.get(column);
  }

  /** Give every row a copy of the cells that reach into it from above, or take all away again. */
  spread(wanted) {
    if (wanted === Boolean(this.spans)) return;
    if (wanted) {
      this.spans = new Map();
      for (const row of this.rows) row.own = this.whole(row);
      for (const cell of this.spans.keys()) cell.rowSpan = 1;
      return;
    }
    for (const [cell, rows] of this.spans) cell.rowSpan = rows;
    for (const row of this.rows) {
      for (const cell of row.own) if (cell && !row.cells.includes(cell)) cell.remove();
      row.own = row.cells;
    }
    this.spans = undefined;
  }

  /** The cells of a row by column, copies among them. */
  whole({ element, cells }) {
    const copies = new Map();
    let last;
    for (const cell of new Set(cells)) {
      if (!cell) continue;
      if (cell.parentElement === element) {
        if (cell.rowSpan > 1) this.spans.set(cell, cell.rowSpan);
        last = cell;
        continue;
      }
      const copy = cell.cloneNode(true);
      for (const part of copy.querySelectorAll(APART)) part.remove();
      for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
      copy.rowSpan = 1;
      element.insertBefore(copy, last ? last.nextSibling : element.firstChild);
      copies.set(cell, copy);
      last = copy;
    }
    return copies.size ? cells.map((cell) => copies.get(cell) ?? cell) : cells;
  }

  /** Hide columns; a cell over several of them becomes as much narrower. */
  leaveOut(without) {
    if (!without.size && !this.narrowed) return;
    this.narrowed = without.size > 0;
    for (const { element, own } of [...this.head, ...this.rows]) {
      for (const cell of new Set(own)) {
        if (cell?.parentElement !== element) continue;
        const columns = own.filter((its, column) => its === cell && !without.has(column)).length;
        cell.hidden = columns === 0;
        cell.colSpan = columns || 1;
      }
    }
  }
}

/** What a column is called: the heads above it, from top to bottom. */
function nameOf(tops, column) {
  const cells = new Set(tops.map((line) => line[column]));
  return [...cells].map((cell) => (cell ? wordsOf(cell) : "")).filter(Boolean).join(" ");
}

/** Columns with the lowest head above each, where that is its own. */
function headsOf(tops) {
  const found = new Map();
  for (const column of (tops[0] ?? []).keys()) {
    const heads = tops.map((line) => line[column]).filter((cell) => cell?.tagName === "TH");
    const head = heads[heads.length - 1];
    if (head?.colSpan === 1) found.set(column, head);
  }
  return found;
}

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

/** Put the controls above a table. */
function equip(tools) {
  const table = tools.parentElement.querySelector("table");
  tools.append(tools.querySelector("template").content);
  const field = tools.querySelector("input");
  const status = tools.querySelector("[role=status]");
  const restore = tools.querySelector(".restore");
  const choose = tools.querySelector(".choose");
  const tops = grid([...(table.tHead?.rows ?? [])]);
  const names = [...(tops[0] ?? []).keys()].map((column) => nameOf(tops, column));
  const heads = restore ? headsOf(tops) : new Map();
  let asked = PRINTED;
  let shown; // read at the first question

  function draw(wanted) {
    shown ??= new Shown(table);
    shown.draw(wanted);
  }

  function ask(change) {
    asked = { ...asked, ...change };
    draw(asked);
    const { all, some, ascending, descending } = status.dataset;
    const order = asked.column === undefined ? "" : asked.descending ? descending : ascending;
    const count = asked.words === "" ? all : some.replace("{shown}", shown.count());
    status.textContent = order.replace("{column}", names[asked.column]) + count;
    for (const [column, head] of heads) {
      if (column !== asked.column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", asked.descending ? "descending" : "ascending");
    }
  }

  /** Show what the address points at, if it is hidden here. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !table.contains(target) || !target.closest("[hidden]")) return;
    field.value = "";
    for (const box of choose.querySelectorAll("input")) box.checked = true;
    ask({ words: "", without: new Set() });
    target.scrollIntoView();
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask({ words: field.value.trim() }), PAUSE);
  });
  for (const [column, head] of heads) {
    // Up, down, as printed.
    button(head).addEventListener("click", () => {
      const again = asked.column === column;
      ask({ column: again && asked.descending ? undefined : column, descending: again && !asked.descending });
    });
  }
  restore?.addEventListener("click", () => ask({ column: undefined }));
  choose.lastElementChild.append(...boxes(table, names));
  choose.hidden = !choose.querySelector("input");
  choose.addEventListener("change", () => {
    const without = [...choose.querySelectorAll("input:not(:checked)")].map((box) => Number(box.value));
    ask({ without: new Set(without) });
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

// What is shown of a large table, and in which order.

import { folded } from "./folded.js";
import { APART, grid, wordsOf } from "./tables-cells.js";
import { measure, sorted } from "./tables-order.js";

/** One row of the body, as it was printed. */
function record(element, cells, place) {
  const texts = [...cells].map((cell) => (cell ? wordsOf(cell) : ""));
  const group = element.classList.contains("group");
  const fixed = group || element.classList.contains("total");
  return { element, cells, own: cells, texts, text: folded(texts.join("\n")), group, fixed, place };
}

/** A table of which rows and columns can be left out, in an order that was asked for. */
export class Shown {
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

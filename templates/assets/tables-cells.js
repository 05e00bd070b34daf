// The cells of a table: which stands in which column, and what each says.

/** What stands in a cell and is none of its text: its note, its source line, its link. */
export const APART = ".ref, .origin, .self";

/** The words of a cell alone. */
export function wordsOf(cell) {
  if (!cell.querySelector(APART)) return cell.textContent.trim();
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll(APART)) part.remove();
  return copy.textContent.trim();
}

/** For each row what cell stands in each column; a cell over several rows stands in each. */
export function grid(rows) {
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

/** What a column is called: the heads above it, from top to bottom. */
export function nameOf(tops, column) {
  const cells = new Set(tops.map((line) => line[column]));
  return [...cells].map((cell) => (cell ? wordsOf(cell) : "")).filter(Boolean).join(" ");
}

/** Columns with the lowest head above each, where that is its own. */
export function headsOf(tops) {
  const found = new Map();
  for (const column of (tops[0] ?? []).keys()) {
    const heads = tops.map((line) => line[column]).filter((cell) => cell?.tagName === "TH");
    const head = heads[heads.length - 1];
    if (head?.colSpan === 1) found.set(column, head);
  }
  return found;
}

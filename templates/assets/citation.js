// The dialog from which the address of a clause or of the document, and three forms of citation, can
// be copied. All words come from the page; this script puts clause, address and day into their
// places. `cite.js` loads it.

const dialog = document.querySelector(".cite-dialog");
const rows = [...dialog.querySelectorAll("section")];
const status = dialog.querySelector("[role=status]");
const heading = dialog.querySelector("h2");

function day(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function filled(text, values) {
  return text.replace(/\{(clause|address|today)\}/gu, (_, name) => values[name]);
}

/** Show how to cite a clause; without one, the document. */
export function open(clause = "", anchor = "") {
  const address = dialog.dataset.address + anchor;
  const values = { clause, address, today: day(new Date()) };
  const kind = clause ? "clause" : "document";
  heading.textContent = filled(heading.dataset[kind], values);
  for (const row of rows) row.querySelector("p").textContent = filled(row.dataset[kind], values);
  status.textContent = "";
  dialog.showModal();
}

async function copy(row) {
  const words = row.querySelector("p");
  status.textContent = ""; // the same words twice would not be said again
  try {
    await navigator.clipboard.writeText(words.textContent);
    status.textContent = status.dataset.copied.replace("{form}", row.querySelector("h3").textContent);
  } catch {
    getSelection().selectAllChildren(words);
    status.textContent = status.dataset.refused;
  }
}

dialog.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (target === dialog || button?.classList.contains("close")) dialog.close();
  else if (button) copy(button.closest("section"));
});

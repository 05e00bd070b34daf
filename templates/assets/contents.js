// The contents of a document: marks where the reader is, folds and unfolds its branches, and closes
// the list again where it lies over the text. Without this script it is a <details> with links.

const nav = document.querySelector(".contents");
const sheet = nav.querySelector("details");
const summary = sheet.querySelector("summary");
const here = summary.querySelector(".here");
const links = [...nav.querySelectorAll("a")];
const places = links.map((link) => document.getElementById(link.hash.slice(1)));
const beside = matchMedia("(min-width: 68rem)");

/** The link itself, or that of the outermost branch it is folded away in. */
function seen(link) {
  let shown = link;
  for (let line = link.closest("ol").closest("li"); line; line = line.parentElement.closest("li")) {
    if (line.classList.contains("closed")) shown = line.querySelector("a");
  }
  return shown;
}

/** How far below the top of the window a heading counts as reached: a little below where a link
    brings it, or the entry that was followed would not be the one that is marked. */
function reached() {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24;
}

function mark() {
  let at = places.length - 1;
  const line = reached();
  while (at >= 0 && places[at].getBoundingClientRect().top >= line) at -= 1;
  const now = at < 0 ? undefined : seen(links[at]);
  for (const link of nav.querySelectorAll("[aria-current]")) {
    if (link !== now) link.removeAttribute("aria-current");
  }
  here.textContent = at < 0 ? "" : links[at].firstChild.textContent;
  now?.setAttribute("aria-current", "location");
  if (now && beside.matches) bringIntoSight(now);
}

/** Scrolls the list and never the page. */
function bringIntoSight(link) {
  const { top, bottom } = link.getBoundingClientRect();
  const frame = nav.getBoundingClientRect();
  if (top < frame.top) nav.scrollTop += top - frame.top - 40;
  else if (bottom > frame.bottom) nav.scrollTop += bottom - frame.bottom + 40;
}

function addFold(line) {
  const button = document.createElement("button");
  const link = line.querySelector("a");
  button.type = "button";
  button.setAttribute("aria-label", nav.dataset.fold.replace("{title}", link.textContent));
  button.setAttribute("aria-expanded", String(!line.classList.contains("closed")));
  button.addEventListener("click", () => {
    const closed = line.classList.toggle("closed");
    button.setAttribute("aria-expanded", String(!closed));
    mark();
  });
  link.after(button);
}

function close() {
  if (beside.matches || !sheet.open) return;
  const inside = sheet.contains(document.activeElement);
  sheet.open = false;
  if (inside) summary.focus();
}

/** Beside the text there is no button to open the list in browsers that need one. */
function place() {
  sheet.open = beside.matches;
}

for (const line of nav.querySelectorAll(".branch")) addFold(line);
let waiting = false;
addEventListener(
  "scroll",
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  },
  { passive: true },
);
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close();
});
addEventListener("pointerdown", ({ target }) => {
  if (!sheet.contains(target)) close();
});
nav.addEventListener("click", ({ target }) => {
  if (!target.closest("a") || beside.matches) return;
  sheet.open = false;
});
beside.addEventListener("change", place);
place();
mark();

// The reading preferences: the panel in the head of every page, and the guide that follows the
// pointer. The choices stand as `data-` attributes on <html> (`settings.js`) and are kept in the
// browser.

const NAMES = ["size", "theme", "contrast", "guide", "pointer", "elder", "language"];

const root = document.documentElement;
const panel = document.querySelector(".settings");
const elder = document.querySelector(".elder");

let spoken = ""; // the language of the labels; empty for that of the page

/** Set one choice; the empty word is what the page does by itself. */
function choose(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  const chosen = NAMES.filter((one) => root.dataset[one]).map((one) => [one, root.dataset[one]]);
  try {
    localStorage.setItem("reading", JSON.stringify(Object.fromEntries(chosen)));
  } catch {
    // Where storage is forbidden a choice holds until the page is left.
  }
  show();
}

/** Make the controls say what is chosen. */
function show() {
  for (const field of panel.querySelectorAll("input, select")) {
    const chosen = root.dataset[field.name] ?? "";
    if (field.type === "radio") field.checked = field.value === chosen;
    else if (field.type === "checkbox") field.checked = chosen !== "";
    else field.value = chosen;
  }
  elder.setAttribute("aria-pressed", String(Boolean(root.dataset.elder)));
  guide.hidden = !(root.dataset.guide || root.dataset.elder);
  speak(root.dataset.language ?? "");
}

/** Most readers want the language of the page, and never load the script for others. */
async function speak(language) {
  if (language === spoken) return;
  spoken = language;
  const { swap } = await import("./languages.js");
  swap(panel.querySelector("select").selectedOptions[0]);
}

function fold() {
  const inside = panel.contains(document.activeElement);
  panel.open = false;
  if (inside) panel.querySelector("summary").focus();
}

const guide = document.createElement("div");
guide.className = "guide";
document.body.append(guide);
for (const event of ["pointermove", "pointerdown"]) {
  addEventListener(event, ({ clientY }) => guide.style.setProperty("top", `${clientY}px`));
}

panel.addEventListener("change", ({ target }) => {
  choose(target.name, target.type === "checkbox" ? (target.checked ? "on" : "") : target.value);
});
elder.addEventListener("click", () => choose("elder", root.dataset.elder ? "" : "on"));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.open) fold();
});
addEventListener("pointerdown", ({ target }) => {
  if (panel.open && !panel.contains(target)) panel.open = false;
});
show();

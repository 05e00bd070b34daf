// The language of the interface: swaps the labels of the page for those of another catalogue. The
// text of the gazette stays as it is. Which string a label is, `data-say` says. `preferences.js`
// loads this when a reader wants it.

const labels = [...document.querySelectorAll("[data-say]")];

/** What the page said at first, by element. */
const first = new Map();

let wanted; // so that a late answer to an old wish is dropped

function original(label) {
  if (!first.has(label)) {
    const said = { text: label.dataset.say ? label.textContent : "", lang: label.getAttribute("lang") };
    for (const [name] of attributes(label)) said[name] = label.getAttribute(name);
    first.set(label, said);
  }
  return first.get(label);
}

/** Names of the attributes of `label` that are labels themselves, with their keys. */
function attributes(label) {
  const START = "data-say-";
  return label
    .getAttributeNames()
    .filter((name) => name.startsWith(START))
    .map((name) => [name.slice(START.length), label.getAttribute(name)]);
}

/** Show `words`, or without them what the page said at first. */
function fill(words, language) {
  for (const label of labels) {
    const said = original(label);
    const values = JSON.parse(label.dataset.values ?? "{}");
    const text = (key, otherwise) =>
      words?.[key]?.replace(/\{(\w+)\}/gu, (slot, name) => values[name] ?? slot) ?? otherwise;
    for (const [name, key] of attributes(label)) label.setAttribute(name, text(key, said[name]));
    if (!label.dataset.say) continue;
    label.textContent = text(label.dataset.say, said.text);
    if (words) label.lang = language;
    else if (said.lang === null) label.removeAttribute("lang");
    else label.lang = said.lang;
  }
}

/** Speak the language of an `<option>`; one that is missing, or names no words, is that of the page. */
export async function swap(option) {
  wanted = option;
  if (!option?.dataset.words) {
    fill();
    return;
  }
  const answer = await fetch(option.dataset.words);
  if (answer.ok && option === wanted) fill(await answer.json(), option.value);
}

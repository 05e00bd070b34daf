// The language of the interface: swaps the labels of the page for those of another catalogue. The
// text of the gazette stays as it is. Which string a label is, `data-say` says.

const root = document.documentElement;
const select = document.querySelector(".settings select");
const labels = [...document.querySelectorAll("[data-say]")];

/** What the page said at first, by element. */
const first = new Map();

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
function swap(words, language) {
  for (const label of labels) {
    const said = original(label);
    const values = JSON.parse(label.dataset.values ?? "{}");
    const fill = (key, otherwise) =>
      words?.[key]?.replace(/\{(\w+)\}/gu, (slot, name) => values[name] ?? slot) ?? otherwise;
    for (const [name, key] of attributes(label)) label.setAttribute(name, fill(key, said[name]));
    if (!label.dataset.say) continue;
    label.textContent = fill(label.dataset.say, said.text);
    if (words) label.lang = language;
    else if (said.lang === null) label.removeAttribute("lang");
    else label.lang = said.lang;
  }
}

async function show() {
  const language = root.dataset.language ?? "";
  const option = [...select.options].find(({ value }) => value === language);
  if (!language || !option) {
    if (first.size) swap();
    return;
  }
  const answer = await fetch(option.dataset.words);
  if (answer.ok && language === root.dataset.language) swap(await answer.json(), language);
}

new MutationObserver(show).observe(root, { attributeFilter: ["data-language"] });
show();

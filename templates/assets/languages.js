// The language of the interface: swaps the labels of the page for those of another catalogue. The
// text of the gazette stays as it is. Which string a label is, its attributes `data-say…` say: the
// key and, behind a space, the values. `preferences.js` loads this when a reader wants it.

const START = "data-say";

/** What each label of the page said at first: `{ label, name, said, text, lang }`. Without a name
 * it is the text of an element, else an attribute. */
const labels = [...document.querySelectorAll("*")].flatMap((label) =>
  label
    .getAttributeNames()
    .filter((name) => name.startsWith(START))
    .map((mark) => {
      const name = mark.slice(START.length + 1);
      const text = name ? label.getAttribute(name) : label.textContent;
      return { label, name, said: label.getAttribute(mark), text, lang: label.getAttribute("lang") };
    }),
);

let wanted; // so that a late answer to an old wish is dropped

/** The string `said` out of `words`; a value that is a list is itself said. */
function filled(words, said) {
  const [key, json] = said.split(/ (.*)/su);
  const values = json ? JSON.parse(json) : {};
  return words[key]?.replace(/\{(\w+)\}/gu, (slot, name) =>
    Array.isArray(values[name]) ? filled(words, values[name][0]) : (values[name] ?? slot),
  );
}

/** Show `words`, or without them what the page said at first. */
function fill(words, language) {
  for (const { label, name, said, text, lang } of labels) {
    const shown = (words && filled(words, said)) ?? text;
    if (name) {
      label.setAttribute(name, shown);
      continue;
    }
    label.textContent = shown;
    // What all languages write alike, such as the number of a decree, is of the gazette.
    if (shown !== text) label.lang = language;
    else if (lang === null) label.removeAttribute("lang");
    else label.lang = lang;
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

// What the scripts of the search page say. The words stand in `data-` attributes of the page, in the
// language that the reader has chosen; what was said is said again when that is changed.

const room = document.getElementById("search");
const speaker = document.getElementById("search-label"); // a label, to know the language by

const said = new Map(); // element → how to say it again

/** The words for `key` with `values` in their places. */
export function words(key, values = {}) {
  return room.dataset[key].replace(/\{(\w+)\}/gu, (slot, name) => values[name] ?? slot);
}

/** Let an element say the words for `key`, and keep it in the language of the reader. */
export function say(element, key, values) {
  keep(element, () => {
    element.textContent = words(key, values);
    if (speaker.lang) element.lang = speaker.lang;
    else element.removeAttribute("lang");
  });
  return element;
}

/** Let an element say nothing. */
export function hush(element) {
  said.delete(element);
  element.textContent = "";
}

/** Do now what has to be done again in another language, as long as the element is on the page. */
export function keep(element, speak) {
  speak();
  said.set(element, speak);
}

new MutationObserver(() => {
  for (const [element, speak] of said) {
    if (element.isConnected) speak();
    else said.delete(element);
  }
}).observe(speaker, { childList: true, characterData: true, subtree: true, attributeFilter: ["lang"] });

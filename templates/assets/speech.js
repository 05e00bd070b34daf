// Reads a document aloud, sentence by sentence, with the voice that the browser has, and marks the
// sentence. The text is left as it is: the mark is a highlight of the browser, or a class of the
// paragraph where it has none.

/** What is read, in the order of the page; no part holds another. */
const PARTS = "h1, .text h2, .text h3, .text h4, .text h5, .text h6, .text p, .text li, .text tr";
/** What stands in the text and is none of it. */
const APART = ".origin, .self, .ref, .size, .downloads, .unprinted, .tools, .charts, svg";
/** A sentence, so long that a voice may breathe and so short that it can be marked. */
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]?[”’）》]*/gu;

const start = document.querySelector(".speak");
const player = document.querySelector(".player");
const [pause, stop] = player.querySelectorAll("button");
const status = player.querySelector("[role=status]");
const marks = window.Highlight && CSS.highlights ? new Highlight() : undefined;
if (marks) CSS.highlights.set("spoken", marks);

let sentences = [];
let at = 0;
let turn = 0; // counts what was begun, so that the end of what was stopped is not heard

/** The text nodes of a part, without what stands apart or is not shown. */
function nodes(part) {
  const found = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest(APART)) found.push(walker.currentNode);
  }
  return found;
}

/** The sentences of a part, each with the range it stands in; a row of a table is one. */
function split(part) {
  const pieces = nodes(part);
  const row = part.matches("tr");
  const text = pieces.map((node) => node.data).join(row ? "\n" : "");
  if (row) return text.trim() ? [{ part, text: text.replace(/\n+/gu, "，"), range: around(part) }] : [];
  const found = [];
  let first = 0;
  for (const [words] of text.matchAll(SENTENCE)) {
    if (words.trim()) found.push({ part, text: words, range: between(pieces, first, first + words.length) });
    first += words.length;
  }
  return found;
}

function around(part) {
  const range = document.createRange();
  range.selectNodeContents(part);
  return range;
}

/** The range from one character of a row of text nodes to another. */
function between(pieces, first, last) {
  const range = document.createRange();
  let before = 0;
  for (const node of pieces) {
    const end = before + node.length;
    if (first >= before && first < end) range.setStart(node, first - before);
    if (last > before && last <= end) range.setEnd(node, last - before);
    before = end;
  }
  return range;
}

function unmark() {
  marks?.clear();
  for (const part of document.querySelectorAll(".spoken")) part.classList.remove("spoken");
}

function mark({ part, range }) {
  unmark();
  if (marks) marks.add(range);
  else part.classList.add("spoken");
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight - 120) part.scrollIntoView({ block: "center" });
}

function speak() {
  const mine = (turn += 1);
  if (at >= sentences.length) {
    finish();
    return;
  }
  const sentence = sentences[at];
  const words = new SpeechSynthesisUtterance(sentence.text);
  words.lang = document.documentElement.lang;
  words.onend = () => {
    if (mine !== turn) return;
    at += 1;
    speak();
  };
  words.onerror = () => {
    if (mine === turn) fail();
  };
  mark(sentence);
  speechSynthesis.speak(words);
}

function silence() {
  turn += 1;
  speechSynthesis.cancel();
}

/** A browser's own pause is not to be relied on: a sentence that was broken off begins again. */
function say(state) {
  player.dataset.state = state;
  pause.textContent = pause.dataset[state === "now" ? "pause" : "resume"];
  status.textContent = status.dataset[state];
}

function begin() {
  silence();
  sentences = [...document.querySelectorAll(PARTS)]
    .filter((part) => part.offsetParent !== null && !part.closest(".tools, .charts, caption"))
    .flatMap(split);
  at = 0;
  player.hidden = false;
  document.documentElement.dataset.speaking = "";
  pause.hidden = false;
  say("now");
  pause.focus();
  speak();
}

function finish() {
  silence();
  unmark();
  player.hidden = true;
  delete document.documentElement.dataset.speaking;
  start.focus({ preventScroll: true });
}

function fail() {
  silence();
  unmark();
  pause.hidden = true;
  status.textContent = status.dataset.failed;
  stop.focus();
}

start.addEventListener("click", begin);
pause.addEventListener("click", () => {
  if (player.dataset.state === "now") {
    silence();
    say("paused");
  } else {
    say("now");
    speak();
  }
});
stop.addEventListener("click", finish);
addEventListener("pagehide", silence);

// How texts are compared when a reader looks for words.

/** Text as it is compared: without white space, full width as half, capitals as small letters. */
export function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

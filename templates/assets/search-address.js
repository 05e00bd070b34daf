// The question of a reader, as it stands in the address and in the form: so a search can be shared,
// and the back button leads to the one before.

/** Names of the fields that limit a search. */
export const LIMITS = ["year", "issue", "body", "kind", "section", "tables"];
const NAMES = ["q", ...LIMITS, "order"];

const form = document.getElementById("search-form");

function cleaned(value) {
  return NAMES.map((name) => [name, (value(name) ?? "").trim()]).filter(([, text]) => text);
}

/** The question that the address asks: name → value, none of them empty. */
export function asked() {
  // Never fails, however broken the address is.
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(cleaned((name) => query.get(name)));
}

/** The question that stands in the form, as the query part of an address; empty if there is none. */
export function typed() {
  const fields = new FormData(form);
  const query = String(new URLSearchParams(cleaned((name) => fields.get(name))));
  return query && `?${query}`;
}

/** Put a question into the form. */
export function fill(question) {
  for (const name of NAMES) {
    const field = form.elements[name];
    const value = question[name] ?? "";
    if (field.type === "checkbox") field.checked = value !== "";
    // Typing goes on while an answer is awaited: the caret is not to be moved.
    else if (field.value.trim() !== value) field.value = value;
    // A limit that somebody has made up is shown, or nobody would know why nothing is found.
    if (field.selectedIndex === -1) field.add(new Option(value, value, false, true));
  }
}

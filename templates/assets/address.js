// What the address of the page points at.

/** The element that it names; none where nobody can decode the name, as of `#%`. */
export function pointedAt() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

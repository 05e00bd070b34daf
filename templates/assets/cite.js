// Permanent links and citations: the sign behind a clause, and the button for the whole document,
// open a dialog, which is loaded when somebody first asks for it.

async function open(clause, anchor) {
  const dialog = await import("./citation.js");
  dialog.open(clause, anchor);
}

document.querySelector(".cite-open").addEventListener("click", () => open());
document.querySelector(".text").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-clause]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.hash = link.hash;
  // Going to a place takes the focus away; it is to come back here when the dialog is closed.
  link.focus({ preventScroll: true });
  open(link.dataset.clause, link.hash);
});

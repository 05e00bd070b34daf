// Before the first paint: puts what a reader has chosen as `data-` attributes on <html>, so that
// nothing moves afterwards. All that a choice changes is done by style sheets, but for the colours:
// the dark ones are a sheet of their own. `preferences.js` has the controls.

(() => {
  const root = document.documentElement;
  const dark = document.getElementById("dark");
  const byDefault = dark.media;

  // What stands on the page for scripts alone is shown only where the scripts will run.
  if (!("noModule" in HTMLScriptElement.prototype) || !window.HTMLDialogElement) return;
  root.dataset.scripted = "";
  if (window.speechSynthesis) root.dataset.speech = "";

  try {
    Object.assign(root.dataset, JSON.parse(localStorage.getItem("reading")));
  } catch {
    // Storage may be forbidden, or hold what somebody else wrote.
  }

  function paint() {
    dark.media = { dark: "screen", light: "not all" }[root.dataset.theme] ?? byDefault;
  }
  new MutationObserver(paint).observe(root, { attributeFilter: ["data-theme"] });
  paint();
})();

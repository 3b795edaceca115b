// Runs before the first paint, so that a remembered choice of light or dark never shows the other one first.
// Nothing else belongs here: the page waits for this file.
(() => {
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // Storage may be closed; then the device decides.
  }
})();

// Runs before the first paint, so that a remembered choice of light or dark never shows the other one first, nor an address
// that asks for some of a list the whole of it.
// Nothing else belongs here: the page waits for this file.
(() => {
  if (location.search) document.documentElement.dataset.asked = "";
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // Storage may be closed; then the device decides.
  }
})();

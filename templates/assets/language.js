// Remembers the language a reader chooses, and at the root sends a first visitor to the language of the choice or the browser.
// Without storage or without this script the links do the same by hand.
(() => {
  const key = "language";

  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const store = (language) => {
    try {
      localStorage.setItem(key, language);
    } catch {
      // Storage may be closed; then the choice lasts for this page only.
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-language]");
    if (link) store(link.dataset.language);
  });

  const root = document.querySelector("[data-languages]");
  if (!root || document.referrer.startsWith(`${location.origin}/`)) return;
  const links = new Map([...root.querySelectorAll("a[data-language]")].map((link) => [link.dataset.language, link]));
  const wanted = [stored(), ...navigator.languages.map((code) => code.toLowerCase().split("-")[0])];
  const language = wanted.find((code) => links.has(code));
  if (language) location.replace(links.get(language).href);
})();

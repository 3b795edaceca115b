// Offers a choice of light or dark and remembers it; `first.js` applies it. Without scripts the system decides, as it does until
// somebody chooses.
(() => {
  const key = "scheme";
  const root = document.documentElement;
  const switcher = document.querySelector("[data-schemes]");

  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const store = (scheme) => {
    try {
      if (scheme === "system") localStorage.removeItem(key);
      else localStorage.setItem(key, scheme);
    } catch {
      // Storage may be closed; then the choice lasts for this page only.
    }
  };

  const show = (scheme) => {
    const chosen = scheme === "light" || scheme === "dark" ? scheme : "system";
    if (chosen === "system") delete root.dataset.scheme;
    else root.dataset.scheme = chosen;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const own = meta.dataset.scheme;
      meta.media = chosen === "system" ? `(prefers-color-scheme: ${own})` : chosen === own ? "all" : "not all";
    }
    for (const button of switcher?.querySelectorAll("button") ?? []) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
  };

  show(stored());
  if (!switcher) return;
  switcher.hidden = false;
  switcher.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    store(button.value);
    show(button.value);
  });
  addEventListener("storage", (event) => {
    if (event.key === key) show(event.newValue);
  });
})();

// Fills the shortlist: with what the address names, `?p=a,b,c`, or else with what the browser keeps; to share, print, compare.

const KEY = "showcase.shortlist";
const COMPARED = 4;
const root = document.querySelector("[data-shortlist]");
if (root) {
  import(root.dataset.products)
    .then(({ productsOf }) => start(root, productsOf(root.dataset.shortlist, Number(root.dataset.parts))))
    .catch(() => (root.querySelector("[role=status]").textContent = root.dataset.failed));
}

function start(root, productsOf) {
  const words = root.dataset;
  const [status, list, tools] = ["[role=status]", ".shortlist-items", ".shortlist-tools"].map((each) => root.querySelector(each));
  const [share, keepIt, compare] = ["#tb-share", "[data-keep]", "[data-to-compare]"].map((each) => root.querySelector(each));
  let known = new Map();

  const everStored = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  };
  const everShared = () => new URLSearchParams(location.search).get("p")?.split(",").filter(Boolean);
  const stored = () => everStored().filter((id) => known.has(id));
  const shared = () => everShared()?.filter((id) => known.has(id));
  const ids = () => [...new Set(shared() ?? stored())];

  const load = async () => {
    const { products } = await productsOf([...(everShared() ?? []), ...everStored()]);
    known = new Map(products.map((product) => [product.id, product]));
  };

  const keep = (wanted) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(wanted));
    } catch {
      // Storage may be closed; then the address alone holds the list.
    }
    document.dispatchEvent(new CustomEvent("shortlist"));
  };

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    element.append(text);
    return element;
  };

  const remove = (id) => {
    const rest = ids().filter((each) => each !== id);
    if (shared()) history.replaceState(null, "", rest.length ? `?p=${rest.join(",")}` : location.pathname);
    else keep(rest);
    show();
    (list.querySelector("a") ?? status).focus();
  };

  const item = (product) => {
    const row = make("li", "");
    const name = make("h2", make("a", product.title, { href: product.url, lang: product.lang }), { class: "card-name" });
    const facts = make("p", product.facts.slice(0, 3).filter(Boolean).join(" · "), { class: "as-of" });
    const button = make("button", "×", { type: "button", class: "compare-remove", "aria-label": words.remove.replace("{name}", product.title) });
    button.addEventListener("click", () => remove(product.id));
    const address = make("p", new URL(product.url, location.href).href, { class: "shortlist-address" });
    row.append(name, make("p", product.text ?? "", { lang: product.textLang }), facts, address, button);
    return row;
  };

  const show = () => {
    const wanted = ids();
    const query = wanted.length ? `?p=${wanted.join(",")}` : "";
    const foreign = shared() && wanted.join() !== stored().join();
    list.replaceChildren(...wanted.map((id) => item(known.get(id))));
    status.textContent = wanted.length === 0 ? words.empty : foreign ? words.shared : "";
    tools.hidden = wanted.length === 0;
    keepIt.hidden = !foreign;
    share.value = `${location.origin}${location.pathname}${query}`;
    compare.href = `${words.compare}?p=${wanted.slice(0, COMPARED).join(",")}`;
    for (const link of document.querySelectorAll("a[data-language]")) link.search = location.search;
  };

  root.querySelector("[data-print]").addEventListener("click", () => print());
  root.querySelector("[data-copy]").addEventListener("click", async () => {
    share.select();
    try {
      await navigator.clipboard.writeText(share.value);
      status.textContent = words.copied;
    } catch {
      // The address is selected: the keyboard copies it.
    }
  });
  keepIt.addEventListener("click", () => {
    keep(ids());
    history.replaceState(null, "", location.pathname);
    show();
  });
  status.tabIndex = -1;
  const update = () => load().then(show, () => (status.textContent = words.failed));
  addEventListener("popstate", update);
  addEventListener("storage", update);
  return update();
}

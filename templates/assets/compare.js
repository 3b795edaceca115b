// Fills the table of comparison: the address says which products, `?p=a,b,c`, four at the most; Back undoes a step.

const MOST = 4;
const root = document.querySelector("[data-compare]");
if (root) {
  import(root.dataset.products)
    .then(({ productsOf }) => start(root, productsOf(root.dataset.compare, Number(root.dataset.parts))))
    .catch(() => (root.querySelector("[role=status]").textContent = root.dataset.failed));
}

function start(root, productsOf) {
  const words = root.dataset;
  const [region, table, status] = [".scroll", "table", "[role=status]"].map((each) => root.querySelector(each));
  const select = root.querySelector("select");
  let [data, known] = [{ rows: [], products: [] }, new Map()];

  const asked = () => [...new Set((new URLSearchParams(location.search).get("p") ?? "").split(","))].filter(Boolean);
  const ids = () => asked().filter((id) => known.has(id)).slice(0, MOST);

  const load = async () => {
    data = await productsOf(asked());
    known = new Map(data.products.map((product) => [product.id, product]));
  };

  const go = (wanted) => {
    history.pushState(null, "", wanted.length ? `?p=${wanted.join(",")}` : location.pathname);
    return update();
  };

  const make = (tag, content, attributes = {}) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    element.append(...[content].flat());
    return element;
  };

  const head = (product) => {
    const button = make("button", "×", { type: "button", class: "compare-remove", "aria-label": words.remove.replace("{name}", product.title) });
    button.addEventListener("click", () => {
      go(ids().filter((id) => id !== product.id)).then(() => (select.closest("[hidden]") ? status : select).focus());
    });
    return make("th", [make("a", product.title, { href: product.url, lang: product.lang }), button], { scope: "col" });
  };

  const row = (name, at, products) => {
    const facts = products.map((product) => product.facts[at]);
    if (facts.every((fact) => !fact)) return [];
    const differs = new Set(facts.filter(Boolean)).size > 1; // what is not known is no difference
    const title = make("th", [name, ...(differs ? [" ", make("span", words.differs, { class: "compare-differs" })] : [])], { scope: "row" });
    const cells = facts.map((fact) => make("td", fact || words.unknown, fact ? {} : { class: "is-unknown" }));
    return [make("tr", [title, ...cells], { class: differs ? "differs" : "" })];
  };

  const show = () => {
    const products = ids().map((id) => known.get(id));
    table.replaceChildren(
      make("thead", make("tr", [make("td", ""), ...products.map(head)])),
      make("tbody", data.rows.flatMap((name, at) => row(name, at, products))),
    );
    region.hidden = products.length === 0;
    select.disabled = products.length >= MOST;
    status.textContent = select.disabled ? words.full : Number(words.parts) && !products.length ? words.empty : "";
    const others = data.products.filter((product) => !products.includes(product));
    select.replaceChildren(select.options[0], ...others.map((product) => make("option", product.title, { value: product.id, lang: product.lang })));
    select.value = "";
    for (const link of document.querySelectorAll("a[data-language]")) link.search = location.search;
  };

  select.addEventListener("change", () => select.value && go([...ids(), select.value]));
  const update = () => load().then(show, () => (status.textContent = words.failed));

  status.tabIndex = -1;
  addEventListener("popstate", update);
  return update();
}

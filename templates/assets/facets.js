// Filters the list of products: ticked values combine, counts follow, the address holds the state, and Back undoes a step.
// The data and the cards of all products are fetched when a filter is first used. Without this script each value is a link.

const SIZE = 24;
const SORTS = {
  newest: (one, other) => (other.day ?? "").localeCompare(one.day ?? ""),
  award: (one, other) => (other.award ?? "").localeCompare(one.award ?? ""),
};

const form = document.querySelector("form[data-facets]");
if (form) start(form);

function start(form) {
  const words = form.dataset;
  const wall = document.querySelector("main > .wall");
  const still = [document.querySelector("main > .pager"), document.querySelector("main > .doors")];
  const own = [...wall.children];
  const more = document.querySelector(".facets-more");
  const state = form.querySelector(".facets-state");
  const status = state.querySelector("[role=status]");
  const chips = form.querySelector(".facets-chosen");
  const sort = form.elements.sort;
  const facets = [...form.querySelectorAll(".facet")].map((element) => ({ element, id: element.dataset.facet, values: boxes(element) }));
  let loading = null;
  let shown = SIZE;

  // ---------- What is asked for ----------

  const asked = () => facets.map(({ values }) => values.filter(({ box }) => box.checked).map(({ value }) => value));

  const address = () => {
    const query = new URLSearchParams();
    asked().forEach((values, at) => values.forEach((value) => query.append(facets[at].id, value)));
    if (sort.value) query.set("sort", sort.value);
    return query.size ? `?${query}` : location.pathname;
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const { id, values } of facets) {
      const wanted = query.getAll(id);
      for (const { box, value } of values) box.checked = wanted.includes(value);
    }
    sort.value = query.get("sort") in SORTS ? query.get("sort") : "";
    return asked().some((values) => values.length) || sort.value !== "";
  };

  // ---------- What there is ----------

  const load = () => {
    loading ??= Promise.all([
      fetch(words.facets).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))),
      pageAt(words.every),
    ]).then(([data, page]) => prepared(data, page));
    loading.catch(() => (loading = null));
    return loading;
  };

  // Parsed by the browser itself: no script here makes text into HTML, so that Trusted Types can forbid it.
  const pageAt = (address) =>
    new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.responseType = "document";
      request.addEventListener("load", () => (request.status === 200 && request.response ? done(request.response) : failed(new Error(`${address}: ${request.status}`))));
      request.addEventListener("error", () => failed(new Error(address)));
      request.open("GET", address);
      request.send();
    });

  const prepared = (data, page) => {
    const cards = page.querySelectorAll("main > .wall > li");
    const items = new Map([...cards].map((item) => [item.querySelector("[data-choose]").dataset.choose, item]));
    const at = facets.map(({ id }) => data.facets.findIndex((facet) => facet.id === id));
    const numbers = facets.map(({ values }, index) => {
      const known = new Map(data.facets[at[index]].values.map((value, number) => [value, number]));
      return values.map(({ value }) => known.get(value));
    });
    const products = data.products.map((product) => ({ ...product, has: at.map((index) => product.has[index]), item: items.get(product.id) }));
    return { products, numbers };
  };

  // ---------- The answer ----------

  // For each facet, the products that all other facets let through: what its counts are taken from.
  const matches = ({ products, numbers }) => {
    const wanted = facets.map(({ values }, at) => new Set(numbers[at].filter((_, index) => values[index].box.checked)));
    const counts = numbers.map((each) => new Map(each.map((number) => [number, 0])));
    const found = [];
    for (const product of products) {
      const missed = [];
      wanted.forEach((set, at) => {
        if (set.size && !product.has[at].some((number) => set.has(number))) missed.push(at);
      });
      if (missed.length === 0) found.push(product);
      if (missed.length > 1) continue;
      product.has.forEach((has, at) => {
        if (missed.length && missed[0] !== at) return;
        for (const number of has) counts[at].set(number, counts[at].get(number) + 1);
      });
    }
    if (sort.value) found.sort(SORTS[sort.value]);
    return { found, counts };
  };

  const apply = (data) => {
    const began = performance.now();
    const { found, counts } = matches(data);
    facets.forEach(({ values }, at) => values.forEach((each, index) => {
      const count = counts[at].get(data.numbers[at][index]);
      each.count.textContent = String(count);
      each.row.classList.toggle("is-empty", count === 0);
    }));
    wall.replaceChildren(...found.slice(0, shown).map(({ item }) => item));
    more.hidden = found.length <= shown;
    summarise(found.length);
    performance.measure("filter", { start: began, end: performance.now() });
    document.dispatchEvent(new CustomEvent("cards"));
  };

  const summarise = (count) => {
    const active = asked().some((values) => values.length) || sort.value;
    for (const part of still) if (part) part.hidden = Boolean(active);
    state.hidden = !active;
    status.textContent = count === 0 ? words.none : count === 1 ? words.one : words.many.replace("{count}", count);
    facets.forEach(({ element, values }) => {
      const number = values.filter(({ box }) => box.checked).length;
      element.querySelector(".facet-chosen").textContent = number ? ` · ${number}` : "";
    });
    const ticked = facets.flatMap(({ values }) => values.filter(({ box }) => box.checked));
    chips.replaceChildren(...ticked.map(chip));
    chips.hidden = ticked.length === 0;
    for (const link of document.querySelectorAll("a[data-language]")) link.search = location.search;
  };

  const chip = ({ box, name }) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", words.remove.replace("{name}", name));
    button.addEventListener("click", () => {
      const at = [...chips.children].indexOf(item);
      box.checked = false;
      change().then(() => (chips.children[Math.min(at, chips.children.length - 1)]?.firstChild ?? facets[0].element.firstElementChild).focus());
    });
    item.append(button);
    return item;
  };

  const plain = () => {
    wall.replaceChildren(...own);
    more.hidden = true;
    for (const { values } of facets) for (const each of values) {
      each.count.textContent = each.total;
      each.row.classList.remove("is-empty");
    }
    summarise(0);
  };

  const update = async () => {
    try {
      const data = await load();
      if (asked().some((values) => values.length) || sort.value) apply(data);
      else plain();
    } catch {
      state.hidden = false;
      status.textContent = words.failed;
    }
    answered();
  };

  // What first.js held back.
  const answered = () => delete document.documentElement.dataset.asked;

  const change = () => {
    shown = SIZE;
    history.pushState(null, "", address());
    return update();
  };

  // ---------- What visitors do ----------

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", change);
  form.querySelector("[data-clear]").addEventListener("click", () => {
    form.reset();
    change();
    facets[0].element.firstElementChild.focus();
  });
  more.firstElementChild.addEventListener("click", async () => {
    const before = wall.children.length;
    shown += SIZE;
    apply(await load());
    wall.children[before]?.querySelector("a")?.focus();
  });
  form.addEventListener("toggle", (event) => event.target.open && load().catch(() => {}), true);
  form.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && form.querySelector(".facet[open]");
    if (!open) return;
    open.open = false;
    open.firstElementChild.focus();
  });
  document.addEventListener("click", (event) => {
    for (const { element } of facets) if (element.open && !element.contains(event.target)) element.open = false;
  });
  addEventListener("popstate", () => {
    shown = SIZE;
    if (read() || loading) update();
  });
  if (read()) update();
  else answered();
}

// The values of a facet: each link becomes a box to tick, at the same place and of the same size.
function boxes(element) {
  return [...element.querySelectorAll("li[data-value]")].map((row) => {
    const link = row.firstElementChild;
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = element.dataset.facet;
    box.value = row.dataset.value;
    box.autocomplete = "off";
    label.append(box, ...link.childNodes);
    link.replaceWith(label);
    const count = label.querySelector(".count");
    return { row, box, count, value: box.value, name: label.querySelector(".facet-name").textContent, total: count.textContent };
  });
}

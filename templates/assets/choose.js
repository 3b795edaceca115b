// Lets a visitor choose products: a mark on each card and product page, and a tray that says how many are chosen.
// What is chosen stays in the browser's own storage; without storage it lasts for the page, without script there are no marks.

const KEY = "showcase.shortlist";
const ID = /^[a-z0-9-]+$/;
const COMPARED = 4;

let last = [];

const chosen = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? [...new Set(found.filter((id) => typeof id === "string" && ID.test(id)))] : [];
  } catch {
    return last;
  }
};

const keep = (ids) => {
  last = ids;
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Storage may be closed; then the choice lasts for this page only.
  }
};

const model = document.querySelector("#tb-choose");
const tray = document.querySelector("#tb-tray");

const mark = (place) => {
  const button = place.querySelector(".choose-mark") ?? place.appendChild(model.content.firstElementChild.cloneNode(true));
  button.dataset.id = place.dataset.choose;
  button.setAttribute("aria-label", `${button.textContent}: ${place.dataset.title}`);
  button.hidden = false;
};

const show = () => {
  const ids = chosen();
  for (const button of document.querySelectorAll(".choose-mark")) {
    button.setAttribute("aria-pressed", String(ids.includes(button.dataset.id)));
  }
  tray.querySelector("[data-count]").textContent = String(ids.length);
  const link = tray.querySelector("[data-compare-link]");
  link.search = ids.length ? `?p=${ids.slice(0, COMPARED).join(",")}` : "";
  tray.hidden = ids.length === 0;
  document.documentElement.classList.toggle("has-tray", ids.length > 0);
};

const marked = (root) => {
  for (const place of root.querySelectorAll("[data-choose]")) {
    if (!place.querySelector(".choose-mark:not([hidden])")) mark(place);
  }
  show();
};

const toggle = (id) => {
  const ids = chosen();
  keep(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  document.dispatchEvent(new CustomEvent("shortlist"));
};

if (model && tray) {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".choose-mark");
    if (button) toggle(button.dataset.id);
  });
  document.addEventListener("shortlist", show);
  document.addEventListener("cards", () => marked(document));
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) document.dispatchEvent(new CustomEvent("shortlist"));
  });
  addEventListener("pageshow", show);
  marked(document);
}

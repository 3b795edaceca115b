// Keeps an open page as the server has it now, and shows over it what is wrong with the sources.
// Only what differs between the page as it was sent and as it would be sent now is changed: whatever a reader has scrolled to,
// opened or focused stays, and so does what the site's own scripts have added.

const SCRIPT = "script[src='/_live/live.js']";
const words = document.currentScript.dataset;
let state = words.state;

/* ---------- The page as it was sent ---------- */

// Where each node, as it was sent, stands in the open page.
const places = new WeakMap();

const remember = (sent, live) => {
  places.set(sent, live);
  sent.childNodes.forEach((child, index) => remember(child, live.childNodes[index]));
};

const sent = document.documentElement.cloneNode(true);
remember(sent, document.documentElement);
sent.querySelector(SCRIPT).remove();

/* ---------- From one page to the next ---------- */

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const keyOf = (node) => (isElement(node) ? node.outerHTML : `${node.nodeType} ${node.nodeValue}`);
const isAlike = (one, other) => one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");

// The longest run of keys that both lists have in the same order, as pairs of their positions.
const shared = (one, other) => {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
};

// Old and new children side by side: equal ones together, between them those of one sort; what has no match stands alone.
const matched = (old, fresh) => {
  const pairs = [];
  let [i, j] = [0, 0];
  const between = (endOld, endFresh) => {
    for (; j < endFresh; j += 1) {
      const at = old.findIndex((each, index) => index >= i && index < endOld && isAlike(each, fresh[j]));
      for (; at >= 0 && i < at; i += 1) pairs.push([old[i], null]);
      pairs.push([at < 0 ? null : old[i++], fresh[j]]);
    }
    for (; i < endOld; i += 1) pairs.push([old[i], null]);
  };
  for (const [one, other] of shared(old.map(keyOf), fresh.map(keyOf))) {
    between(one, other);
    pairs.push([old[i++], fresh[j++]]);
  }
  between(old.length, fresh.length);
  return pairs;
};

const added = (node, parent, next) => {
  const [copy, live] = [node.cloneNode(true), document.importNode(node, true)];
  remember(copy, live);
  const there = next && places.get(next);
  parent.insertBefore(copy, next);
  places.get(parent).insertBefore(live, there?.parentNode === places.get(parent) ? there : null);
  return copy;
};

const removed = (node) => {
  places.get(node).remove();
  node.remove();
};

const changeAttributes = (old, fresh) => {
  for (const name of new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()])) {
    const value = fresh.getAttribute(name);
    if (value === old.getAttribute(name)) continue;
    for (const each of [old, places.get(old)]) value === null ? each.removeAttribute(name) : each.setAttribute(name, value);
  }
};

const changeChildren = (old, fresh) => {
  let next = null;
  for (const [was, is] of matched([...old.childNodes], [...fresh.childNodes]).reverse()) {
    if (was && is) change(was, is);
    next = is ? (was ?? added(is, old, next)) : next;
    if (!is) removed(was);
  }
};

const change = (old, fresh) => {
  if (keyOf(old) === keyOf(fresh)) return;
  if (!isElement(old)) {
    old.nodeValue = places.get(old).nodeValue = fresh.nodeValue;
    return;
  }
  changeAttributes(old, fresh);
  if (old.localName !== "template") return changeChildren(old, fresh);
  for (const each of [old, places.get(old)]) each.content.replaceChildren(document.importNode(fresh.content, true));
};

// A new style sheet is loaded before the old one goes, so that the page is never without one.
const restyle = (fresh) => {
  const sheets = (page) => [...page.querySelectorAll("link[rel=stylesheet]")];
  const next = sheets(fresh);
  return Promise.all(
    sheets(sent).map(async (old, index) => {
      const href = next[index]?.getAttribute("href");
      if (!href || href === old.getAttribute("href")) return;
      const live = places.get(old);
      const made = live.cloneNode();
      made.setAttribute("href", href);
      await new Promise((done) => {
        made.onload = made.onerror = done;
        live.after(made);
      });
      live.remove();
      old.setAttribute("href", href);
      places.set(old, made);
    }),
  );
};

// What scripts have read once and will not read again.
const READ = "data-facets data-every data-shortlist data-compare data-index data-engine".split(" ");
const readOnce = (page) => [
  ...[...page.querySelectorAll("script[src]")].map((each) => each.getAttribute("src")),
  ...READ.flatMap((name) => [...page.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name))),
];

// The page as it would be sent now. The policy of the site lets no script make a text into a page; here the browser does it.
const fetched = () =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.open("GET", location.href);
    request.send();
  });

const update = async () => {
  const page = await fetched();
  const script = page.querySelector(SCRIPT);
  script.remove();
  if (readOnce(page).join() !== readOnce(sent).join()) return location.reload();
  await restyle(page);
  change(sent, page.documentElement);
  state = script.dataset.state;
  // The theme's own word for “there are new cards”: scripts that mark them do so.
  document.dispatchEvent(new CustomEvent("cards"));
  document.dispatchEvent(new CustomEvent("live:updated"));
};

let updating = Promise.resolve();
const updateInTurn = () => {
  updating = updating.then(update).catch(() => location.reload());
};

/* ---------- What is wrong ---------- */

const host = document.createElement("showcase-live");
const root = host.attachShadow({ mode: "open" });
const made = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};

// Only the lines that are quoted from a file need letters of one width, for the mark below the place.
const QUOTED = /((?:^ +\d* \|.*\n?)+)/m;

const paragraph = ({ text, place, url }) => {
  const rest = text.slice(place.length).split(QUOTED);
  const parts = rest.map((part, index) => (index % 2 ? made("code", {}, part) : part));
  return made("pre", {}, url ? made("a", { href: url }, place) : place, ...parts);
};

const panel = made("section", { role: "alert", "aria-label": words.title, hidden: "" });
const hide = made("button", { type: "button" }, words.hide);
const heading = made("h2", {}, words.title);
hide.addEventListener("click", () => (panel.hidden = true));
addEventListener("keydown", (event) => event.key === "Escape" && (panel.hidden = true));
root.append(made("link", { rel: "stylesheet", href: "/_live/live.css" }), panel);

const report = (notices) => {
  panel.hidden = notices.length === 0;
  panel.replaceChildren(made("header", {}, heading, hide), ...notices.map(paragraph));
};

// In a frame the page around it speaks.
if (window.top === window) {
  const view = "/_live/beside";
  if (!location.pathname.startsWith(view)) {
    root.append(made("a", { class: "way", href: view + location.pathname }, words.beside));
  }
  document.body.append(host);
}

/* ---------- The stream ---------- */

// A page that nobody sees needs no stream: a browser opens six to one server, however many pages there are.
let source = null;

const listen = () => {
  source?.close();
  source = null;
  if (document.hidden) return;
  const page = decodeURI(location.pathname);
  source = new EventSource(`/_live/events?${new URLSearchParams({ page, state })}`);
  source.addEventListener("page", updateInTurn);
  source.addEventListener("report", (event) => report(JSON.parse(event.data)));
};

document.addEventListener("visibilitychange", listen);
addEventListener("pageshow", (event) => event.persisted && listen());
listen();

// Visited pages can be read without a network. As long as there is one, every page comes from it, so nothing shown is older
// than the site. Files whose names change with their bytes come from what is kept. Another version of the theme begins anew.
// `sw.js` has set SITE: its version, the files to keep at once, the pages for “no network” by language, what never changes.
const { version, files, pages, kept } = self.SITE;
const PREFIX = "showcase-";
const PAGES = `${PREFIX}pages-${version}`;
const FILES = `${PREFIX}files-${version}`;
const MOST = { [PAGES]: 80, [FILES]: 300 };

const begin = async () => {
  await (await caches.open(FILES)).addAll(files);
  await (await caches.open(PAGES)).addAll(Object.values(pages));
  await self.skipWaiting();
};

// The pages that stand open were loaded before the worker was there; they are kept too.
const takeOver = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== PAGES && name !== FILES) await caches.delete(name);
  }
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: "window" });
  await Promise.allSettled(open.map(async ({ url }) => keep(PAGES, new Request(url), await fetch(url))));
};

const place = (request) => {
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  return url.href;
};

// What the site takes back meanwhile, because it no longer offers this, is not begun again.
const keep = (...given) => navigator.locks.request("showcase", { mode: "shared" }, () => put(...given));

const put = async (name, request, answer) => {
  if (!answer.ok || answer.type !== "basic" || !(await caches.has(name))) return;
  const cache = await caches.open(name);
  await cache.delete(place(request));
  await cache.put(place(request), answer);
  const all = await cache.keys();
  const own = new Set([...files, ...Object.values(pages)].map((path) => new URL(path, self.location).href));
  const free = all.filter(({ url }) => !own.has(url));
  await Promise.all(free.slice(0, Math.max(0, free.length - MOST[name])).map((each) => cache.delete(each)));
};

const page = async (event) => {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(PAGES, event.request, answer.clone()));
    return answer;
  } catch {
    const language = new URL(event.request.url).pathname.split("/")[1];
    const from = { cacheName: PAGES };
    const found = await caches.match(place(event.request), from);
    return found ?? (await caches.match(pages[language] ?? Object.values(pages)[0], from)) ?? Response.error();
  }
};

const file = async (event) => {
  const found = await caches.match(place(event.request), { cacheName: FILES });
  if (found) return found;
  const answer = await fetch(event.request);
  event.waitUntil(keep(FILES, event.request, answer.clone()));
  return answer;
};

self.addEventListener("install", (event) => event.waitUntil(begin()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  const [, first] = pathname.split("/");
  if (mode === "navigate" && (first === "" || first in pages)) event.respondWith(page(event));
  else if (kept.some((start) => pathname.startsWith(start))) event.respondWith(file(event));
});

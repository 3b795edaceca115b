// On the page for “no network”: the pages of this language that can be read nevertheless, those last visited first.
const list = document.querySelector("[data-kept]");

const titleOf = async (answer) => {
  const found = /<title>([^<]*)<\/title>/.exec(await answer.text());
  return found?.[1].replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&quot;/g, "\"").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
};

const show = async () => {
  const name = (await caches.keys()).find((each) => each.startsWith("showcase-pages-"));
  if (!name) return;
  const cache = await caches.open(name);
  for (const request of (await cache.keys()).reverse()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`/${document.documentElement.lang}/`) || !pathname.endsWith("/")) continue;
    const title = await titleOf(await cache.match(request));
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = pathname;
    link.textContent = title?.replace(/ – [^–]*$/, "") ?? pathname; // without the name of the site
    item.append(link);
    list.append(item);
  }
  list.parentElement.hidden = list.children.length === 0;
};

show().catch(() => {});

// Search: on its own page, and everywhere else in a dialog that "/", Ctrl-K or the link in the masthead opens.
// The dialog shows the search page's own block, fetched when it is first wanted, and with it the index and MiniSearch.
// Without this script the link leads to the search page, and that to the index from A to Z.

// ---------- Keys: the same as showcase/language/search_keys.py makes ----------

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SYLLABLE = /[\p{L}\p{N}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const JOINT = "+"; // before two neighbours that are written as one
const OTHER = "*"; // after a beginning, for all words that have it
const LETTERS = { đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", þ: "th", ı: "i", ŋ: "ng" };

const small = (text) => text.toLowerCase().replaceAll("ß", "ss");

export const syllables = (text) => text.replace(INVISIBLE, "").normalize("NFC").match(SYLLABLE) ?? [];

export const foldedKey = (syllable) =>
  small(small(syllable).normalize("NFKD"))
    .replace(/\p{M}/gu, "")
    .replace(/[đðøłħŧæœþıŋ]/g, (letter) => LETTERS[letter]);

export const exactKey = (syllable) => {
  const letters = syllable.toLowerCase().normalize("NFD");
  return letters.replace(TONE, "").normalize("NFC") + (letters.match(TONE) ?? []).join("");
};

// ---------- Ranking: exact phrase, folded phrase, all syllables ----------

const FOLDED = ["title", "maker", "line", "field", "text"];
const BOOST = { title: 4, exact: 4, maker: 2, line: 1.5, field: 1.5, text: 0.5 };
const ENOUGH = 3; // below this many results, words with a slip count too
const FUZZY_FROM = 4; // a shorter syllable has too many real neighbours
const LOOSE = 0.6; // the share of words that must be found where nothing holds them all

const understood = (text, most = Infinity) => {
  const written = syllables(text).slice(0, most);
  const query = { folded: written.map(foldedKey), exact: written.map(exactKey) };
  return { ...query, marked: query.exact.join() !== query.folded.join() };
};

const slips = (word) => (word.length < FUZZY_FROM ? 0 : word.length < 8 ? 1 : 2);

// The terms of which one must be found for the word at a place: the word itself, and joined with its neighbours.
const termsAt = ({ folded, exact }, at) => {
  const last = folded.length - 1;
  const terms = [{ term: folded[at], ends: at === last, single: true }, { term: JOINT + folded[at] }];
  if (exact[at] !== folded[at]) terms.push({ term: exact[at], exact: true });
  for (const first of [at - 1, at].filter((each) => each >= 0 && each < last)) {
    const both = folded[first] + folded[first + 1];
    const ends = first + 1 === last;
    terms.push({ term: both, ends }, { term: JOINT + both, ends });
  }
  return terms;
};

const clause = (query, at, fuzzy) => ({
  combineWith: "OR",
  queries: termsAt(query, at).map(({ term, ends, single, exact }) => ({
    queries: [term],
    fields: exact ? ["exact"] : FOLDED,
    prefix: Boolean(ends),
    fuzzy: fuzzy && single ? slips(term) : 0,
  })),
});

// Whether the wanted keys stand one after another, whatever the blanks between them. The last may be unfinished; then it
// must begin no later than the last word of the text does, or `ban` would stand in `ba nam`.
const stands = (keys, wanted) => {
  const phrase = wanted.join("");
  const tone = wanted.at(-1).match(TONE)?.join("") ?? "";
  const stem = phrase.slice(0, phrase.length - tone.length);
  return keys.some((_, start) => {
    let [run, begun] = ["", 0];
    for (let at = start; at < keys.length && run.length < phrase.length; at += 1) {
      begun = run.length;
      run += keys[at];
    }
    const unfinished = begun <= phrase.length - wanted.at(-1).length && run.startsWith(stem) && run.endsWith(tone);
    return run === phrase || unfinished;
  });
};

const phraseIn = (query, text) => {
  const written = syllables(text ?? "");
  if (query.marked && stands(written.map(exactKey), query.exact)) return 2;
  return stands(written.map(foldedKey), query.folded) ? 1 : 0;
};

const withPhrase = (query) => (hit) => {
  const title = phraseIn(query, hit.title);
  const whole = syllables(hit.title).map(foldedKey).join("") === query.folded.join("");
  const phrase = Math.max(title, phraseIn(query, hit.maker), phraseIn(query, hit.line));
  return { ...hit, phrase, score: hit.score * (title ? 1.5 : 1) * (whole ? 2 : 1) };
};

const byPhrase = (one, other) => other.phrase - one.phrase || other.score - one.score;

// The places of the query whose lists hold the best entries alone: what is missing there may have the word all the same.
const isCut = ({ cut }, query, at) => termsAt(query, at).some(({ term, ends }) => cut.has(term) || (ends && cut.has(term + OTHER)));

const has = (query, hit, at) => termsAt(query, at).some(({ term }) => hit.queryTerms.includes(term));

const coverage = (query, hit) => query.folded.filter((_, at) => has(query, hit, at)).length;

const holdsMost = (query, hit) => coverage(query, hit) >= query.folded.length * LOOSE;

const searched = (part, query, { fuzzy, combineWith }) => {
  const places = query.folded.map((_, at) => at);
  const sure = places.filter((at) => !isCut(part, query, at));
  const isLoose = combineWith === "AND" && sure.length < places.length;
  const queries = places.map((at) => clause(query, at, fuzzy));
  const options = { boost: BOOST, boostDocument: (_, term) => part.cut.get(term) ?? 1 };
  const hits = part.engine.search({ combineWith: isLoose ? "OR" : combineWith, queries }, options);
  if (!isLoose) return hits;
  const fits = sure.length ? (hit) => sure.every((at) => has(query, hit, at)) : (hit) => holdsMost(query, hit);
  return hits.filter(fits);
};

// What to look up, and how far from it a slip may lead.
const wanted = (query, fuzzy) =>
  query.folded.flatMap((_, at) => termsAt(query, at).map((each) => ({ ...each, slips: fuzzy && each.single ? slips(each.term) : 0 })));

const strictly = async (index, query, fuzzy) => {
  const part = await index.part(wanted(query, fuzzy));
  const hits = await index.shown(searched(part, query, { fuzzy, combineWith: "AND" }));
  return { hits: hits.map(withPhrase(query)).sort(byPhrase), cut: query.folded.every((_, at) => isCut(part, query, at)) };
};

const partly = async (index, query, fuzzy) => {
  const part = await index.part(wanted(query, fuzzy));
  const hits = searched(part, query, { fuzzy, combineWith: "OR" })
    .map((hit) => ({ ...hit, covered: coverage(query, hit) }))
    .sort((one, other) => other.covered - one.covered || other.score - one.score);
  const ranked = (await index.shown(hits)).map(withPhrase(query));
  return { hits: ranked.sort((one, other) => other.covered - one.covered || byPhrase(one, other)), cut: part.cut.size > 0 };
};

// Where nothing holds all words: what holds most of them; or else any, and a slip counts only where no word is known.
const mostly = async (index, query) => {
  const near = await partly(index, query, true);
  const most = near.hits.filter((hit) => holdsMost(query, hit));
  if (most.length) return { ...near, hits: most };
  const plain = await partly(index, query, false);
  return plain.hits.length ? plain : near;
};

// The hits for what a reader typed, the best first, and whether there may be more of them.
export const found = async (index, text) => {
  const query = understood(text, index.words);
  if (!query.folded.length) return { hits: [], cut: false };
  const strict = await strictly(index, query, false);
  if (strict.hits.length >= ENOUGH) return strict;
  const known = new Set(strict.hits.map((hit) => hit.id));
  const near = await strictly(index, query, true);
  const hits = [...strict.hits, ...near.hits.filter((hit) => !known.has(hit.id))];
  return hits.length ? { hits, cut: near.cut } : mostly(index, query);
};

const engineOf = (MiniSearch, index) =>
  MiniSearch.loadJS(index, { fields: [...FOLDED, "exact"], tokenize: (text) => [text], processTerm: (term) => term });

// An index in one file. That of a large site comes in shards, with a script of its own.
const whole = (engine) => ({
  part: async () => ({ engine, cut: new Map() }),
  shown: async (hits) => hits.map((hit) => ({ ...hit, url: hit.id })),
});

const answered = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

export const opened = async ({ engine, shards, index }) => {
  const [{ default: MiniSearch }, data] = await Promise.all([import(engine), typeof index === "string" ? answered(index) : index]);
  if (!data.folder) return whole(engineOf(MiniSearch, data));
  const { sharded } = await import(shards);
  return sharded(data, answered, (part) => engineOf(MiniSearch, part), MiniSearch);
};

// ---------- Showing ----------

const SHOWN = { dialog: 12, page: 60 };

const made = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

// The words of a text that the hit was found by: single ones, and two that were typed as one.
const spots = (text, hit, query) => {
  const words = [...text.matchAll(SYLLABLE)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
    key: foldedKey(word[0]),
  }));
  const isFound = (key) => hit.terms.some((term) => term === key || (term.endsWith(OTHER) && key.startsWith(term.slice(0, -1))));
  const single = words.filter((word) => isFound(word.key));
  const pairs = words.slice(1).flatMap((word, at) => {
    const before = words[at];
    return query.folded.includes(before.key + word.key) ? [before, word] : [];
  });
  return [...new Set([...single, ...pairs])].sort((one, other) => one.start - other.start);
};

// The text with its matches marked; neighbours that only a blank parts are marked as one.
const marked = (text, hit, query) => {
  const runs = [];
  for (const { start, end } of spots(text, hit, query)) {
    const last = runs.at(-1);
    if (last && !text.slice(last.end, start).trim()) last.end = end;
    else runs.push({ start, end });
  }
  const parts = [];
  let at = 0;
  for (const { start, end } of runs) {
    parts.push(text.slice(at, start), made("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
};

const entry = (hit, query) => {
  const link = made("a", { href: hit.url, class: "search-title" }, ...marked(hit.title, hit, query));
  const item = made("li", { class: "search-hit" }, link);
  if (hit.line) item.append(made("p", { class: "search-line", lang: hit.lang }, ...marked(hit.line, hit, query)));
  if (hit.maker) item.append(made("p", { class: "search-maker" }, ...marked(hit.maker, hit, query)));
  return item;
};

const groups = (hits, query) => {
  const kinds = new Map();
  for (const hit of hits) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit]);
  return [...kinds].map(([kind, own], number) => {
    const heading = made("h2", { id: `tb-search-kind-${number}` }, kind);
    const list = made("ul", {}, ...own.map((hit) => entry(hit, query)));
    return made("section", { class: "search-group", "aria-labelledby": heading.id }, heading, list);
  });
};

// Brings the block of the search page to life, wherever it stands.
const enliven = (block, limit) => {
  const field = block.querySelector("[name=q]");
  const [status, results, browse] = ["status", "results", "browse"].map((name) =>
    block.querySelector(`[data-search-${name}]`),
  );
  const said = block.dataset;
  let ready;
  const load = () => {
    ready ??= opened(said).catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  const counted = ({ hits, cut }, query) => {
    if (!hits.length) return said.none;
    if (hits[0].covered < query.folded.length) return said.some;
    return cut ? said.best : hits.length > 1 ? said.many : said.one;
  };

  const show = (answer, text, query) => {
    const { hits, cut } = answer;
    const seen = hits.slice(0, limit).filter(({ url }) => url);
    results.replaceChildren(...groups(seen, query));
    browse.hidden = hits.length > 0;
    if (hits.length > limit && limit === SHOWN.dialog) {
      const address = `${field.form.getAttribute("action")}?q=${encodeURIComponent(text)}`;
      const words = cut ? said.further : said.all.replace("{count}", hits.length);
      results.append(made("p", { class: "search-all" }, made("a", { href: address }, words)));
    }
    const count = cut ? seen.length : hits.length;
    say(query.folded.length ? counted(answer, query).replace("{count}", count) : "");
  };

  // What is typed faster than it can be answered is answered once, and the last wins.
  let turn = 0;
  const search = async () => {
    turn += 1;
    const own = turn;
    try {
      const index = await load();
      if (index.pause) await new Promise((done) => setTimeout(done, index.pause));
      if (own !== turn) return;
      const text = field.value;
      const answer = await found(index, text);
      if (own === turn) show(answer, text, understood(text, index.words));
    } catch {
      if (own === turn) say(said.failed);
    }
  };

  const walk = (step) => {
    const stops = [field, ...results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  field.addEventListener("focus", () => load().catch(() => say(said.failed)));
  field.addEventListener("input", search);
  block.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) {
      event.preventDefault();
      walk(step);
    } else if (event.target.closest("a") && event.key.length === 1 && event.key !== " ") field.focus();
  });
  return { field, search };
};

const openPage = (block) => {
  const { field, search } = enliven(block, SHOWN.page);
  const remember = () => {
    const asked = field.value ? `?q=${encodeURIComponent(field.value)}` : location.pathname;
    history.replaceState(null, "", asked);
  };
  field.addEventListener("change", remember);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    block.querySelector("[data-search-results] a")?.focus();
  });
  field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
  return () => field.focus();
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

const dialogOf = async (link) => {
  const page = await pageAt(link.href);
  const block = document.importNode(page.querySelector("[data-search]"), true);
  const close = made("button", { type: "button", class: "search-close" }, block.dataset.close);
  const dialog = made("dialog", { class: "search-dialog", "aria-label": link.textContent.trim() }, close, block);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // Escape first empties a search field; here it always closes.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  return { dialog, ...enliven(block, SHOWN.dialog) };
};

// What is typed while the dialog is still on its way.
const typedMeanwhile = async (wanted) => {
  let text = "";
  const keep = (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    text += event.key;
  };
  document.addEventListener("keydown", keep);
  await wanted.finally(() => document.removeEventListener("keydown", keep));
  return text;
};

const openDialog = (link) => {
  let wanted;
  return async () => {
    try {
      const first = !wanted;
      wanted ??= dialogOf(link);
      const typed = first ? await typedMeanwhile(wanted) : "";
      const { dialog, field, search } = await wanted;
      if (!dialog.open) dialog.showModal();
      field.focus();
      field.select();
      if (!typed) return;
      field.value = typed;
      search();
    } catch {
      location.assign(link.href);
    }
  };
};

const isTyping = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

const isShortcut = (event) => {
  if (event.isComposing || event.altKey || event.shiftKey && event.key !== "/") return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k";
  return event.key === "/" && !isTyping(event.target);
};

const start = () => {
  const link = document.querySelector("[data-search-link]");
  const block = document.querySelector("main [data-search]");
  if (!link) return;
  const open = block ? openPage(block) : openDialog(link);
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
};

start();

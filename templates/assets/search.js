// Search: on its own page, and everywhere else in a dialog that "/", Ctrl-K or the link in the masthead opens.
// The dialog shows the search page's own block, fetched when it is first wanted, and with it the index and MiniSearch.
// Without this script the link leads to the search page, and that to the index from A to Z.

// ---------- Keys: the same as showcase/language/search_keys.py makes ----------

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SYLLABLE = /[\p{L}\p{N}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const JOINT = "+"; // before two neighbours that are written as one
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

const understood = (text) => {
  const written = syllables(text);
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

const searched = (engine, query, { fuzzy, combineWith }) => {
  const queries = query.folded.map((_, at) => clause(query, at, fuzzy));
  return engine.search({ combineWith, queries }, { boost: BOOST }).map(withPhrase(query)).sort(byPhrase);
};

const coverage = (query, hit) =>
  query.folded.filter((_, at) => termsAt(query, at).some(({ term }) => hit.queryTerms.includes(term))).length;

const partly = (engine, query, fuzzy) =>
  searched(engine, query, { fuzzy, combineWith: "OR" })
    .map((hit) => ({ ...hit, covered: coverage(query, hit) }))
    .sort((one, other) => other.covered - one.covered || byPhrase(one, other));

// Where nothing holds all words: what holds most of them; or else any, and a slip counts only where no word is known.
const mostly = (engine, query) => {
  const near = partly(engine, query, true);
  const most = near.filter((hit) => hit.covered >= query.folded.length * LOOSE);
  if (most.length) return most;
  const plain = partly(engine, query, false);
  return plain.length ? plain : near;
};

// The hits for what a reader typed, the best first.
export const found = (engine, text) => {
  const query = understood(text);
  if (!query.folded.length) return [];
  const strict = searched(engine, query, { fuzzy: false, combineWith: "AND" });
  if (strict.length >= ENOUGH) return strict;
  const known = new Set(strict.map((hit) => hit.id));
  const near = searched(engine, query, { fuzzy: true, combineWith: "AND" }).filter((hit) => !known.has(hit.id));
  const hits = [...strict, ...near];
  return hits.length ? hits : mostly(engine, query);
};

export const engineOf = (MiniSearch, index) =>
  MiniSearch.loadJS(index, { fields: [...FOLDED, "exact"], tokenize: (text) => [text], processTerm: (term) => term });

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
  const single = words.filter((word) => hit.terms.includes(word.key));
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
  const link = made("a", { href: hit.id, class: "search-title" }, ...marked(hit.title, hit, query));
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

const loaded = async ({ engine, index }) => {
  const [{ default: MiniSearch }, answer] = await Promise.all([import(engine), fetch(index)]);
  if (!answer.ok) throw new Error(`${index}: ${answer.status}`);
  return engineOf(MiniSearch, await answer.json());
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
    ready ??= loaded(said).catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  const counted = (hits, query) => {
    if (!hits.length) return said.none;
    if (hits[0].covered < query.folded.length) return said.some;
    return hits.length > 1 ? said.many : said.one;
  };

  const show = (hits, text) => {
    const query = understood(text);
    const asked = query.folded.length > 0;
    results.replaceChildren(...groups(hits.slice(0, limit), query));
    browse.hidden = hits.length > 0;
    if (hits.length > limit && limit === SHOWN.dialog) {
      const address = `${field.form.getAttribute("action")}?q=${encodeURIComponent(text)}`;
      results.append(made("p", { class: "search-all" }, made("a", { href: address }, said.all.replace("{count}", hits.length))));
    }
    say(asked ? counted(hits, query).replace("{count}", hits.length) : "");
  };

  const search = async () => {
    try {
      const engine = await load();
      show(found(engine, field.value), field.value);
    } catch {
      say(said.failed);
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

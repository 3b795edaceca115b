// The index of a large site: of its shards those that a query needs, put together as an index in MiniSearch's form.
// What they hold is written by showcase/pages/search_shards.py. Each file is fetched once as long as the page is open.

const OTHER = "*"; // after a beginning that many words have, which then has a list of its own
const WORDS = 8; // of a longer query the first
const SHOWN = 24; // hits whose cards are fetched: these are ranked once more by their phrases
const MEANT = 4; // words that a slip may have meant
const PAUSE = 150; // milliseconds without a further letter before anything is fetched

const unfolded = (steps) => {
  let at = 0;
  return steps.map((step) => (at += step));
};

// The entries of a branch whose part of the alphabet has something of the one from a key to another.
const within = (entries, low, high) => entries.filter(([first], at) => first <= high && !(entries[at + 1]?.[0] <= low));

const rarity = (all, holders) => Math.log(1 + (all - holders + 0.5) / (holders + 0.5));

export const sharded = (root, answered, engineOf, MiniSearch) => {
  const files = new Map();
  const fetched = (path) => {
    if (!files.has(path)) files.set(path, answered(path).catch((error) => { files.delete(path); throw error; }));
    return files.get(path);
  };

  const between = async ({ root: top, levels }, low, high) => {
    let rows = top;
    for (let level = levels; level >= 0; level -= 1) {
      const names = within(rows, low, high).map(([, name]) => `${root.folder}${name}.json`);
      rows = (await Promise.all(names.map(fetched))).flat();
    }
    return rows;
  };

  const row = async (tree, key) => (await between(tree, key, key)).filter(([own]) => own === key);

  const rowsOf = async ({ term, ends }) => {
    if (!ends) return row(root.terms, term);
    const start = await row(root.starts, term + OTHER);
    if (start.length) return [...start, ...(await row(root.terms, term))];
    return (await between(root.terms, term, `${term}\uffff`)).filter(([key]) => key.startsWith(term));
  };

  let spelling;
  const meant = async ({ term, slips }) => {
    spelling ??= fetched(root.words).then((words) => {
      const engine = new MiniSearch({ fields: ["id"], tokenize: (text) => [text] });
      engine.addAll(words.map((id) => ({ id })));
      return engine;
    });
    const words = (await spelling).search(term, { fuzzy: slips });
    return words.slice(0, MEANT).map(({ id }) => ({ term: id }));
  };

  const joined = (rows) => {
    const [documentIds, fieldLength, cut] = [{}, {}, new Map()];
    const index = rows.map(([term, fields, holders]) => {
      const kept = new Set();
      const counted = Object.entries(fields).map(([field, [steps, lengths, counts]]) => {
        const ids = unfolded(steps);
        ids.forEach((id, at) => {
          kept.add(id);
          documentIds[id] = id;
          (fieldLength[id] ??= [])[field] = lengths[at];
        });
        return [field, Object.fromEntries(ids.map((id, at) => [id, counts?.[at] ?? 1]))];
      });
      // A list that was cut would pass for that of a rarer word.
      if (holders) cut.set(term, rarity(root.documentCount, holders) / rarity(root.documentCount, kept.size));
      return [term, Object.fromEntries(counted)];
    });
    const { documentCount, averageFieldLength } = root;
    const fieldIds = { title: 0, exact: 1, maker: 2, line: 3, field: 4, text: 5 };
    const storedFields = {};
    const made = { documentCount, nextId: 0, documentIds, fieldIds, fieldLength, averageFieldLength, storedFields, dirtCount: 0, index, serializationVersion: 2 };
    return { engine: engineOf(made), cut };
  };

  const part = async (wanted) => {
    const near = await Promise.all(wanted.filter(({ slips }) => slips).map(meant));
    const rows = await Promise.all([...wanted, ...near.flat()].map(rowsOf));
    return joined([...new Map(rows.flat().map((each) => [each[0], each])).values()]);
  };

  // While a site is being published a file of cards may be on its way; what the others hold is shown all the same.
  const shown = async (hits) => {
    const answers = await Promise.allSettled(hits.slice(0, SHOWN).map(({ id }) => fetched(`${root.cards}${id >> root.bits}.json`)));
    if (answers.length && answers.every(({ status }) => status === "rejected")) throw answers[0].reason;
    const cards = answers.map(({ value }) => value);
    return hits.map((hit, at) => ({ title: "", ...hit, ...cards[at]?.[hit.id] })).filter(({ url }, at) => url || at >= SHOWN);
  };

  return { part, shown, words: WORDS, pause: PAUSE };
};

"""A made-up catalogue becomes its search index; a browser asks it, and every byte that it fetches is counted.

python -m bench.search_load --entries 100000

For each query a new browser page, with nothing kept from before, asks it whole; then another asks it letter by letter,
without the pause that the search makes between letters. Counted are the bodies of the answers as a host sends them,
compressed by Brotli (11 where browsers keep a file for ever, 5 elsewhere): MiniSearch, the scripts and the index.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import brotli
from playwright.sync_api import Browser, Route, sync_playwright

from bench.catalogue import Made, catalogue, maker_of
from showcase.pages.search_index import Searchable
from showcase.pages.search_shards import shards
from tools.chromium import chromium

ASSETS = Path(__file__).resolve().parent.parent / "templates/assets"
Answer = tuple[int, bool, list[str]]  # how many hits, whether there are more, the first titles
SCRIPTS = ("search.js", "shards.js", "vendor/minisearch.min.js")
ORIGIN = "https://search.example"
QUERIES = (
    *("phần mềm kế toán", "phan mem ke toan", "sổ khám bệnh", "ke toan", "lop hoc", "bản đồ xe", "p", "s", "so", "ph"),
    *("phần mềm", "don vi 000006", "san pham", "060001", "0600", "0", "may ban hang", "cổng hồ sơ", "phan mem van thu"),
    *("phan mmem ke toan", "lich kham benh", "tinh luong cuoi thang", "nhac gio uong thuoc", "bang cham cong 000"),
    *("phần mềm kế toán ghi sổ theo ngày cho trường học", "tu thuoc", "sokho", "kho bai tap", "qqzzyy", "robto"),
)
ASK = """async ([texts, index]) => {
  const script = await import('/search.js');
  const opened = await script.opened({ engine: '/vendor/minisearch.min.js', shards: '/shards.js', index });
  const answers = [];
  for (const text of texts) answers.push(await script.found(opened, text));
  const { hits, cut } = answers.at(-1);
  return [hits.length, cut, hits.slice(0, 3).map((hit) => hit.title)];
}"""


def searchables(entries: int, side: int) -> Iterator[Searchable]:
    """The entries of a made-up catalogue as a language's search sees them, without building the site."""
    titles: dict[str, str] = {}
    for made in catalogue(entries):
        kind, _, id_ = made.folder.partition("/")
        texts = made.texts[side].fields
        titles[id_] = texts["title"]
        if kind in ("products", "enterprises", "fields"):
            yield _searchable(made, kind, side, titles)


def _searchable(made: Made, kind: str, side: int, titles: dict[str, str]) -> Searchable:
    id_, (facts, texts) = made.folder.partition("/")[2], (made.texts[0].fields, made.texts[side])
    fields = texts.fields
    is_product = kind == "products"
    heads = tuple(line[3:] for line in texts.body.splitlines() if line.startswith("## "))
    abilities = tuple(each["text"] for each in fields.get("capabilities", ()))
    names = (fields["official_name"],) if "official_name" in fields else ()
    return Searchable(
        permalink=f"/{('vi', 'en')[side]}/{kind}/{id_}/",
        title=fields["title"],
        kind=kind,
        line=fields.get("tagline", fields["summary"]),
        maker=titles[maker_of(int(id_[-6:]))] if is_product else "",
        field=titles[facts["field"]] if is_product else "",
        text=((fields["summary"],) if is_product else ()) + names + abilities + heads,
    )


def changed(entries: Sequence[Searchable], files: Mapping[str, bytes]) -> Iterator[tuple[str, int]]:
    """How many files come out otherwise after an edit of the entry in the middle."""
    middle = len(entries) // 2
    one = entries[middle]
    longer, renamed = replace(one, line=f"{one.line} zalo"), replace(one, title=f"{one.title} zalo")
    before, after = entries[:middle], entries[middle + 1 :]
    edits = {
        "a word more in its line": (*before, longer, *after),
        "a word more in its title": (*before, renamed, *after),
        "gone": (*before, *after),
    }
    for what, edited in edits.items():
        yield what, sum(files.get(path) != data for path, data in shards(edited, (), "vi"))


class Counter:
    """Answers a page's requests out of a table, and knows how many bytes that took; keeps what it compressed."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.sizes: dict[str, int] = {}
        self.fetched: list[str] = []

    def answer(self, route: Route) -> None:
        """Answer a request, and note it."""
        path = route.request.url.removeprefix(f"{ORIGIN}/")
        data = self.files.get(path)
        if data is None:
            route.fulfill(status=404, body="")
            return
        if path not in self.sizes:
            self.sizes[path] = len(brotli.compress(data, quality=11 if path.startswith("search/") else 5))
        self.fetched.append(path)
        kind = "text/javascript" if path.endswith(".js") else "application/json" if path else "text/html"
        route.fulfill(body=data, content_type=kind)

    @property
    def bytes(self) -> int:
        """The bytes sent since the last page."""
        return sum(self.sizes[path] for path in self.fetched)


def asked(browser: Browser, counter: Counter, texts: Sequence[str], index: str) -> tuple[int, int, Answer]:
    """The bytes and the requests of some texts that are typed one after another, and the last answer."""
    counter.fetched = []
    context = browser.new_context()
    context.route("**/*", counter.answer)
    page = context.new_page()
    page.goto(f"{ORIGIN}/")
    found = page.evaluate(ASK, [list(texts), index])
    context.close()
    return counter.bytes, len(counter.fetched) - 1, found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what the queries load."""
    parser = argparse.ArgumentParser(prog="python -m bench.search_load", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--edits", action="store_true", help="only count the files that an edit changes")
    given = parser.parse_args(arguments)
    files = dict(shards(searchables(given.entries, 0), (), "vi"))
    index = list(files)[-1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{given.entries} entries, {len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB uncompressed")
    print(f"made in {time.process_time():.1f} s CPU, the catalogue included; peak memory {peak} MB")
    if given.edits:
        print(
            "\n".join(f"{what}: {count} files" for what, count in changed(list(searchables(given.entries, 0)), files))
        )
        return
    files |= {name: (ASSETS / name).read_bytes() for name in SCRIPTS}
    files |= {"": b"<!doctype html><title>Search</title>"}
    counter = Counter(files)
    whole, typed = [], []
    print("| query | kB | requests | kB typed letter by letter | hits | first |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for query in QUERIES:
            size, requests, (hits, cut, first) = asked(browser, counter, [query], f"/{index}")
            letters, _, _ = asked(browser, counter, [query[: end + 1] for end in range(len(query))], f"/{index}")
            whole.append(size)
            typed.append(letters)
            best = first[0] if first else ""
            print(f"| {query} | {size / 1e3:.0f} | {requests} | {letters / 1e3:.0f} | {hits}{'+' * cut} | {best} |")
        browser.close()
    for name, sizes in (("typed whole", whole), ("typed letter by letter", typed)):
        print(f"{name}: median {statistics.median(sizes) / 1e3:.0f} kB, worst {max(sizes) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()

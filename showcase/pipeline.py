"""The line that data walks: discover, parse, assemble, plan, render, write."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from showcase import codes
from showcase.clock import Clock, NoClock
from showcase.digests import digest
from showcase.forms.publication import admin_artifacts
from showcase.hosting.limits import HEADERS, HOSTS, REDIRECTS, excesses
from showcase.kinds.words import BACK_TO_TEXT, NOTES, say_with
from showcase.language.catalogs import Catalog, empty_catalog, read_catalog
from showcase.language.pseudo import pseudo_catalog
from showcase.language.text import normalised
from showcase.library.address_book import AddressBook
from showcase.library.assemble import Materials, assemble
from showcase.library.checks.content import content_checks
from showcase.library.freshness import counts, stale_history, threshold_problems
from showcase.library.menus import Menus
from showcase.library.sharing import Sharing
from showcase.library.values import IndexRow, Library, PictureFile
from showcase.limits import Limits
from showcase.pages.bodies import shown_pictures
from showcase.pages.media import media_path, variants
from showcase.pages.open_parquet import can_write
from showcase.pages.outputs import output_problems
from showcase.pages.plan import Plan, plan
from showcase.pages.status import with_status
from showcase.pages.views import Artifact, Share
from showcase.press import Many, Output, Press, Workroom
from showcase.problems import ContentError, Place, Problem, in_order, problem
from showcase.progress import (
    ASSEMBLING,
    COMPILING,
    DRAWING,
    FINDING,
    MEASURING,
    PACKING,
    PLANNING,
    READING,
    RENDERING,
    SHARING,
    WRITING,
    Progress,
    silent,
)
from showcase.reading.configuration import read_menus, read_settings, settings_places, settings_problems
from showcase.reading.discover import Attachment, File, Found, TextFile, discover, files_below
from showcase.reading.files import read_bounded
from showcase.reading.history import has_history, read_history
from showcase.reading.house_rules import HouseRules, read_house_rules
from showcase.reading.markdown import Wording
from showcase.reading.memory import read_memory
from showcase.reading.synonyms import read_synonyms
from showcase.releasing.inputs import inputs
from showcase.releasing.record import Origins, records
from showcase.releasing.twins import is_compressible, needed, twins
from showcase.rendering.compiled import Compiled, Text, closures, compiled, missing_templates
from showcase.rendering.covers import mask
from showcase.rendering.icons import SOURCE, icons
from showcase.rendering.pictures import measured, picture_artifacts
from showcase.rendering.render import Renderer
from showcase.rendering.share import Studio, drawn_share, faces, motifs
from showcase.rendering.theme import Theme, assets, template_sources
from showcase.settings import PARQUET, Settings, previewed
from showcase.shelf import EntryFiles, Reader, Shelf, by_entry, remembered
from showcase.work import (
    Alone,
    BucketStore,
    Crew,
    Memo,
    PackStore,
    PassingStore,
    Store,
    crew_for,
    engine_digest,
    run_map,
)
from showcase.writing.staging import write

UNWATCHED = NoClock()
Item = TypeVar("Item")
Result = TypeVar("Result")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: which project, as of which day, where to; with `status`, the editors' page too.

    With `pseudo` every word of the interface is replaced by one that shows whether it can be translated. `preview` is
    another address for the site, at which search engines are asked to leave it out. A `release` is made ready for a
    host: with compressed twins, and records of every file. `executor` names who does the work, `scheduler` the address
    of a Dask scheduler, `cache_at` a bucket through which machines share what is remembered.
    """

    root: Path
    today: date
    output: Path
    cache: Path | None
    jobs: int
    drafts: bool = False
    strict: bool = False
    status: bool = False
    pseudo: bool = False
    preview: str = ""
    release: bool = False
    executor: str = "processes"
    scheduler: str = ""
    cache_at: str = ""
    verify_incremental: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `pages` counts the pages by language and kind; `next_due` is the day of the next rebuild."""

    problems: tuple[Problem, ...]
    pages: tuple[tuple[str, str, int], ...]
    artifacts: int
    next_due: date | None
    output: Path
    written: bool


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages work with: the project, what earlier builds remember, and who does the work."""

    root: Path
    store: Store
    crew: Crew
    engine: str
    progress: Progress = silent
    clock: Clock = UNWATCHED

    def map(
        self, function: Callable[[Item], Result], items: Sequence[Item], key: Callable[[Item], str], stage: str
    ) -> tuple[Result, ...]:
        """The function's result for each item; one engine does not take what another remembers."""
        return self.kept(function, items, key, stage, lambda _item, _result: True, lambda _item, result: result)

    def kept(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        key: Callable[[Item], str],
        stage: str,
        holds: Callable[[Item, Result], bool],
        kept: Callable[[Item, Result], Kept],
    ) -> tuple[Kept, ...]:
        """What is kept of the function's result for each item. A remembered result counts only where it `holds`."""
        with self.clock.span(stage):
            return run_map(
                self.clock.watched(function, stage),
                items,
                key=lambda item: f"{self.engine} {key(item)}",
                store=self.store,
                crew=self.crew,
                tell=partial(self._told, stage),
                holds=holds,
                kept=kept,
            )

    def files(
        self, function: Many, items: Sequence[Item], key: Callable[[Item], str], stage: str
    ) -> tuple[Artifact | Problem, ...]:
        """What the function makes of each item: files whose bytes stand in the store, and problems."""
        room = Workroom(function, self.store)
        return tuple(chain.from_iterable(self.kept(room, items, key, stage, room.holds, room.artifacts)))

    def _told(self, stage: str, done: int, total: int) -> None:
        self.clock.count(stage, done, total)
        self.progress(stage, done, total)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the pages of a site were made from, for whoever makes one of them again."""

    materials: Materials
    library: Library
    planned: Plan
    renderer: Renderer


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that a request leads to, short of writing it; `grounds` only where the pages could be made."""

    artifacts: tuple[Artifact, ...]
    pages: tuple[tuple[str, str, int], ...]
    next_due: date | None
    problems: tuple[Problem, ...]
    grounds: Grounds | None = None

    def is_sound(self, strict: bool) -> bool:
        """Whether it may be published."""
        return not (_has_errors(self.problems) or (strict and self.problems))


def check(request: Request, progress: Progress = silent) -> Outcome:
    """Everything that a build does, without its output."""
    made = make(request, progress)
    return Outcome(made.problems, made.pages, len(made.artifacts), made.next_due, request.output, written=False)


def build(request: Request, progress: Progress = silent, clock: Clock = UNWATCHED) -> Outcome:
    """The site in its folder, or the problems that keep it from being made; then the old site stands."""
    made = make(request, progress, clock=clock)
    made = _verified(made, request) if request.verify_incremental else made
    sound = made.is_sound(request.strict)
    if sound:
        progress(WRITING, 0, len(made.artifacts))
        with clock.span(WRITING):
            write(made.artifacts, request.output)
    return Outcome(made.problems, made.pages, len(made.artifacts), made.next_due, request.output, written=sound)


def _verified(made: Made, request: Request) -> Made:
    """What was made, with a problem for each file that comes out otherwise when nothing is remembered."""
    anew = {each.output: each.digest for each in make(replace(request, cache=None)).artifacts}
    warm = {each.output: each.digest for each in made.artifacts}
    differing = sorted(path for path in warm.keys() | anew.keys() if warm.get(path) != anew.get(path))
    found = (problem(codes.NOT_REPRODUCED, Place(path)) for path in differing)
    return replace(made, problems=in_order((*made.problems, *found)))


def make(request: Request, progress: Progress = silent, store: Store | None = None, clock: Clock = UNWATCHED) -> Made:
    """Everything the site consists of, in memory, with all problems. Without a store that of the request remembers."""
    try:
        settings = previewed(read_settings(request.root), request.preview)
    except ContentError as error:
        return Made((), (), None, in_order(error.problems))
    with clock.span(FINDING):
        found = discover(request.root, settings.codes, settings.limits)
    with ExitStack() as open_until_made:
        crew = open_until_made.enter_context(closing(crew_for(request.executor, request.jobs, request.scheduler)))
        kept = store or open_until_made.enter_context(closing(store_of(request)))
        tools = Tools(request.root, kept, crew, engine_digest(), progress, clock)
        materials, problems = _materials(found, request, settings, tools)
        with clock.span(ASSEMBLING):
            library = assemble(materials)
        files = files_below(request.root, "templates")
        styles, (sources, foreign) = assets(files), template_sources(files)
        problems = (*settings_problems(request.root), *found.problems, *problems, *library.problems, *foreign)
        if not _has_errors(problems):
            problems = (*problems, *_front_problems(library), *_threshold_problems(request.root, materials))
            problems = (*problems, *_contact_problems(request, settings), *_parquet_problems(request, settings))
        known = _compiled(sources, tools)
        if _has_errors(problems):
            return _unmade(library, (*problems, *missing_templates(known, ())))
        forms = admin_artifacts(settings, materials.rows, request.root)
        materials = replace(materials, rows=())  # for which nobody asks any more, and which are large together
        with clock.span(PLANNING):
            planned = plan(library, styles.paths, sources, Memo(tools.store, tools.engine))
        planned = _with_status(planned, library, request) if request.status else planned
        wanted = frozenset(job.template for job in planned.jobs if job.template)
        clashes = output_problems(_outputs(planned, styles.artifacts, library))
        lacking = missing_templates(known, wanted)
        if faults := (*lacking, *planned.problems, *clashes):
            return _unmade(library, (*problems, *faults))
        renderer = Renderer(_theme(planned, sources, known, library.catalogs))
        pages, shares, faults = _pages(planned, renderer, tools)
        media = _media(library, tools)
        drawn, lost = _shares(shares, files, tools)
        drawn = (*drawn, *_icons(files, tools))
        artifacts = (
            *pages,
            *styles.artifacts,
            *media,
            *drawn,
            *forms,
        )
        problems = (*problems, *_limit_problems(request, settings, artifacts))
        if request.release:
            made_of = inputs(request.root, library, found.sources, shown_pictures(library), files)
            origins = Origins(settings.base_url, request.today, library.next_due, tools.engine, made_of)
            artifacts = (*artifacts, *_twins(artifacts, settings.hosting.compressed, tools))
            artifacts = (*artifacts, *records(artifacts, origins))
    grounds = Grounds(materials, library, planned, renderer)
    return Made(artifacts, _counts(library), library.next_due, in_order((*problems, *faults, *lost)), grounds)


def read_library(request: Request) -> Library:
    """The library without its pages; ContentError where the content has errors."""
    settings = read_settings(request.root)
    found = discover(request.root, settings.codes, settings.limits)
    with closing(store_of(request)) as store:
        tools = Tools(request.root, store, Alone(), engine_digest())
        materials, problems = _materials(found, request, settings, tools)
    library = assemble(materials)
    errors = [each for each in (*found.problems, *problems, *library.problems) if each.severity == codes.ERROR]
    if errors:
        raise ContentError(*errors)
    return library


def store_of(request: Request) -> PackStore:
    """What earlier builds remember, where the request wants it to be used; else a store of its own."""
    if not request.cache:
        return PassingStore()
    if not request.cache_at:
        return PackStore(request.cache)
    store = BucketStore(request.cache_at, request.cache / digest(request.cache_at)[:16])
    store.refresh()
    return store


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(each.severity == codes.ERROR for each in problems)


def _front_problems(library: Library) -> tuple[Problem, ...]:
    """A site without published pages, or without a front page."""
    pages = tuple(page for own in library.pages.values() for page in own.values())
    if not pages:
        return (problem(codes.NO_CONTENT, Place("content")),)
    return () if any(page.is_front for page in pages) else (problem(codes.NO_FRONT, Place("content/pages")),)


def _contact_problems(request: Request, settings: Settings) -> tuple[Problem, ...]:
    """Where the day has passed until which the contacts for weaknesses hold."""
    expires = settings.hosting.security_expires
    if expires is None or request.today < expires:
        return ()
    place = settings_places(request.root)(("hosting", "security_expires"))
    return (problem(codes.CONTACTS_EXPIRED, place, day=expires.isoformat()),)


def _parquet_problems(request: Request, settings: Settings) -> tuple[Problem, ...]:
    """Where Parquet is asked for, and what writes it is not installed."""
    if PARQUET not in settings.outputs or can_write():
        return ()
    return (problem(codes.NO_PARQUET, settings_places(request.root)(("outputs",))),)


def _limit_problems(request: Request, settings: Settings, artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    """Where a host to which the site is published would not take it."""
    targets = [(name, HOSTS[target.limits]) for name, target in settings.publish.items() if target.limits]
    sizes = {each.output: each.size for each in artifacts} if targets else {}
    texts = {each.output: bytes(each.data).decode() for each in artifacts if each.output in (REDIRECTS, HEADERS)}
    for name, limits in targets:
        place = settings_places(request.root)(("publish", name, "limits"))
        yield from (problem(each.code, place, **each.fields(limits.name)) for each in excesses(limits, sizes, texts))


def _threshold_problems(root: Path, materials: Materials) -> tuple[Problem, ...]:
    """Where less is translated than the settings ask for."""
    wanted, locales = materials.settings.translated, materials.settings.codes
    if not wanted:
        return ()
    states = ((row.kind, locale, state) for row in materials.rows for locale, state in row.states.items())
    return threshold_problems(counts(states, locales), wanted, settings_places(root))


def _with_status(planned: Plan, library: Library, request: Request) -> Plan:
    """The plan with the editors' page."""
    groups = tuple(files.group() for files in library.files.values())
    return with_status(planned, library, groups, remembered(request.root, groups))


def _unmade(library: Library, problems: Iterable[Problem]) -> Made:
    """A site that cannot be made, and why."""
    return Made((), _counts(library), library.next_due, in_order(problems))


def _materials(
    found: Found, request: Request, settings: Settings, tools: Tools
) -> tuple[Materials, tuple[Problem, ...]]:
    """What the library is made of, and what is wrong with it."""
    catalogs, catalog_problems = _catalogs(request.root, settings, pseudo=request.pseudo)
    rules, rule_problems = read_house_rules(request.root, settings.codes)
    rows = _rows(found.sources, reader_of(request.root, settings, catalogs, rules), rules, tools)
    pictures, picture_problems = _pictures(found.attachments, settings.limits, tools)
    lists, places, menu_problems = read_menus(request.root)
    menus = Menus(lists, places)
    synonyms, synonym_problems = read_synonyms(request.root, settings.codes)
    owners, lines, book_problems = read_history(request.root, settings.limits.history)
    book = AddressBook(owners, lines, has_history(request.root))
    past = {
        stale.path: stale_history(stale, read_memory(request.root, row.key, stale.locale))
        for row in rows
        for stale in row.stale
    }
    materials = Materials(
        rows, pictures, catalogs, menus, settings, request.today, request.drafts, past, synonyms, book
    )
    more = (*menu_problems, *rule_problems, *synonym_problems, *book_problems)
    return materials, (*catalog_problems, *picture_problems, *more)


def reader_of(root: Path, settings: Settings, catalogs: Mapping[str, Catalog], rules: HouseRules) -> Reader:
    """What reads the entries of a site."""
    return Reader(root, settings, wordings_of(catalogs), content_checks(rules))


def _rows(sources: tuple[TextFile, ...], reader: Reader, rules: HouseRules, tools: Tools) -> tuple[IndexRow, ...]:
    """The rows of all entries, each with the way to its files."""
    settings = reader.settings
    by = (settings.codes, settings.default_locale, settings.limits, settings.fallback, settings.wanted_pictures)
    shelf, shared = Shelf(reader, tools.store), Sharing()
    entries = by_entry(sources, digest(tools.engine, by, reader.wordings, rules))

    def kept(files: EntryFiles, row: IndexRow) -> IndexRow:
        return shared(shelf.shelved(files, row))

    return tools.kept(shelf, entries, lambda each: each.key, READING, shelf.holds, kept)


def wordings_of(catalogs: Mapping[str, Catalog]) -> dict[str, Wording]:
    """The words that the Markdown parser writes, in each language."""
    say = say_with(catalogs)
    return {
        locale: Wording(say(BACK_TO_TEXT, locale), tuple((name, say(message, locale)) for name, message in NOTES))
        for locale in catalogs
    }


def _pictures(
    attachments: tuple[Attachment, ...], limits: Limits, tools: Tools
) -> tuple[dict[str, PictureFile], tuple[Problem, ...]]:
    """The pictures by their paths in NFC, in which texts name them (macOS may store another form), and bad ones.

    A bad picture stands among the others without a size, so that nobody calls it missing as well.
    """
    results = tools.map(
        partial(measured, root=tools.root, limits=limits),
        attachments,
        lambda each: digest("measure", limits, each.path, each.digest),
        MEASURING,
    )
    known = {
        normalised(each.path): result if isinstance(result, PictureFile) else PictureFile(each.path, each.digest, 0, 0)
        for each, result in zip(attachments, results, strict=True)
    }
    return known, tuple(each for each in results if isinstance(each, Problem))


def _catalogs(root: Path, settings: Settings, *, pseudo: bool) -> tuple[dict[str, Catalog], tuple[Problem, ...]]:
    """The catalogue of each language; one that is missing or broken is a problem, and stands empty meanwhile."""
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    for locale in settings.codes:
        path = f"locales/{locale}/LC_MESSAGES/messages.po"
        try:
            data = read_bounded(root, path, settings.limits.catalogue)
            catalog, found = read_catalog(data, locale, path)
            catalog = pseudo_catalog(data, locale, path) if catalog and pseudo else catalog
        except ContentError as error:
            catalog, found = None, error.problems
        catalogs[locale] = catalog or empty_catalog(locale)
        problems += found
    return catalogs, tuple(problems)


def _compiled(sources: Mapping[str, str], tools: Tools) -> dict[str, Compiled]:
    """The compiled templates by name."""
    texts = tuple(Text(name, source) for name, source in sources.items())
    made = tools.map(compiled, texts, lambda each: digest("template", each), COMPILING)
    return dict(zip(sources, made, strict=True))


def _theme(
    planned: Plan,
    sources: Mapping[str, str],
    known: Mapping[str, Compiled],
    catalogs: Mapping[str, Catalog],
) -> Theme:
    """All that a page takes from the theme."""
    digests = {locale: digest(planned.frames, catalog.digest) for locale, catalog in catalogs.items()}
    made = {name: each.code for name, each in known.items()}
    return Theme(sources, planned.frames, catalogs, digests, made, closures(sources, known))


def _pages(
    planned: Plan, renderer: Renderer, tools: Tools
) -> tuple[tuple[Artifact, ...], tuple[Share, ...], tuple[Problem, ...]]:
    """The artifacts of the jobs, what is drawn for those who share them, and the faults of templates.

    A fault is told once, however many pages show it.
    """
    press = Press(renderer, planned.jobs, tools.store)
    found: dict[int, Share] = {}

    def kept(number: int, made: Output | tuple[Problem, ...]) -> Artifact | tuple[Problem, ...]:
        if isinstance(made, Output) and made.share:
            found[number] = made.share
        return press.kept(number, made)

    results = tools.kept(press, range(len(planned.jobs)), press.key, RENDERING, press.holds, kept)
    faults: dict[object, Problem] = {}
    for fault in chain.from_iterable(each for each in results if not isinstance(each, Artifact)):
        faults.setdefault((fault.code, fault.place, fault.fields.get("detail")), fault)
    shares = {found[number].path: found[number] for number in sorted(found, reverse=True)}
    return _artifacts(results), tuple(shares.values()), tuple(faults.values())


def _media(library: Library, tools: Tools) -> tuple[Artifact, ...]:
    """The pictures that pages show, each once."""
    shown = {media_path(each): each for each in shown_pictures(library)}
    made = partial(picture_artifacts, root=tools.root)
    return _artifacts(tools.files(made, tuple(shown.values()), lambda each: digest("picture", each.digest), DRAWING))


def _artifacts(made: Iterable[object]) -> tuple[Artifact, ...]:
    return tuple(each for each in made if isinstance(each, Artifact))


def _outputs(planned: Plan, styles: tuple[Artifact, ...], library: Library) -> tuple[str, ...]:
    """The path of every file to write."""
    media = {path.lstrip("/") for each in shown_pictures(library) for path, _, _ in variants(each)}
    return (*(job.output for job in planned.jobs), *(each.output for each in styles), *media)


def _shares(
    wanted: tuple[Share, ...], files: tuple[File, ...], tools: Tools
) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:
    """The pictures for sharing, and letters that they cannot show. A theme without the fonts for them has none."""
    letters, drawings = faces(files), motifs(files)
    if letters is None or not wanted:
        return (), ()
    masks = tools.map(mask, tuple(drawings.values()), lambda svg: digest("motif", svg), SHARING)
    studio = Studio(*letters, dict(zip(drawings, masks, strict=True)))
    shared = digest("share", letters, drawings)
    drawn = partial(drawn_share, studio=studio)
    made = tools.files(drawn, wanted, lambda each: digest(shared, each), SHARING)
    return _artifacts(made), tuple(each for each in made if isinstance(each, Problem))


def _icons(files: tuple[File, ...], tools: Tools) -> tuple[Artifact, ...]:
    """The icon in the sizes that devices ask for; nothing for a theme without one."""
    sources = tuple(file.data for file in files if file.path == SOURCE)
    return _artifacts(tools.files(icons, sources, lambda svg: digest("icons", svg), DRAWING))


def _twins(artifacts: tuple[Artifact, ...], endings: tuple[str, ...], tools: Tools) -> tuple[Artifact, ...]:
    """The compressed twins of all files that have some."""
    texts = tuple(each for each in artifacts if is_compressible(each))
    needed(endings)
    key = partial(digest, "twins", endings)
    made = partial(twins, endings=endings)
    return _artifacts(tools.files(made, texts, lambda each: key(each.output, each.digest), PACKING))


def _counts(library: Library) -> tuple[tuple[str, str, int], ...]:
    counted = Counter((locale, page.kind) for locale, pages in library.pages.items() for page in pages.values())
    return tuple((locale, kind, count) for (locale, kind), count in sorted(counted.items()))

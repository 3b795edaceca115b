"""The line that data walks: discover, parse, assemble, plan, render, write."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from showcase import codes
from showcase.language.catalogs import Catalog, empty_catalog, read_catalog
from showcase.library.assemble import Materials, assemble
from showcase.library.menus import Menus
from showcase.library.values import Library, PictureFile
from showcase.pages.bodies import media_path
from showcase.pages.plan import Plan, plan
from showcase.pages.views import Artifact
from showcase.problems import ContentError, Place, Problem, in_order, problem
from showcase.reading.configuration import read_menus, read_settings
from showcase.reading.discover import Attachment, Source, discover, files_below
from showcase.reading.parse import Document, parse
from showcase.rendering.pictures import measured, published
from showcase.rendering.render import Renderer
from showcase.rendering.templates import template_problems
from showcase.rendering.theme import Theme, assets, template_sources
from showcase.settings import Settings
from showcase.work import DiskStore, NoStore, Store, digest, executor_for, run_map
from showcase.writing.staging import write

SMALL = 400  # below this many texts a second process costs more than it saves


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: which project, as of which day, where to."""

    root: Path
    today: date
    output: Path
    cache: Path | None
    jobs: int
    drafts: bool = False
    strict: bool = False


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
class Made:
    """Everything that a request leads to, short of writing it."""

    artifacts: tuple[Artifact, ...]
    pages: tuple[tuple[str, str, int], ...]
    next_due: date | None
    problems: tuple[Problem, ...]

    def is_sound(self, strict: bool) -> bool:
        """Whether it may be published."""
        return not any(each.severity == codes.ERROR or strict for each in self.problems)


def check(request: Request) -> Outcome:
    """Everything that a build does, without its output."""
    made = make(request)
    return Outcome(made.problems, made.pages, len(made.artifacts), made.next_due, request.output, written=False)


def build(request: Request) -> Outcome:
    """The site in its folder, or the problems that keep it from being made; then the old site stands."""
    made = make(request)
    sound = made.is_sound(request.strict)
    if sound:
        write(made.artifacts, request.output)
    return Outcome(made.problems, made.pages, len(made.artifacts), made.next_due, request.output, written=sound)


def make(request: Request) -> Made:
    """Everything the site consists of, in memory, with all problems."""
    try:
        settings = read_settings(request.root)
    except ContentError as error:
        return Made((), (), None, in_order(error.problems))
    store: Store = DiskStore(request.cache) if request.cache else NoStore()
    engine = engine_digest()
    found = discover(request.root, settings.codes)
    with executor_for(request.jobs if len(found.sources) >= SMALL else 1) as executor:
        documents = _documents(found.sources, settings, store, executor, engine)
        pictures, picture_problems = _pictures(found.attachments, request.root)
        catalogs, catalog_problems = _catalogs(request.root, settings)
        lists, places, menu_problems = read_menus(request.root)
        materials = Materials(
            documents, pictures, catalogs, Menus(lists, places), settings, request.today, request.drafts
        )
        library = assemble(materials)
        files = files_below(request.root, "templates")
        styles, sources = assets(files), template_sources(files)
        problems = (*found.problems, *picture_problems, *catalog_problems, *menu_problems, *library.problems)
        if any(each.severity == codes.ERROR for each in problems):
            return Made(
                (), _counts(library), library.next_due, in_order((*problems, *template_problems(sources, frozenset())))
            )
        planned = plan(library, styles.paths)
        wanted = frozenset(job.template for job in planned.jobs if job.template)
        if faults := template_problems(sources, wanted):
            return Made((), _counts(library), library.next_due, in_order((*problems, *faults)))
        renderer = Renderer(_theme(sources, planned, catalogs), engine)
        results = run_map(renderer, planned.jobs, key=renderer.key, store=store, executor=executor)
    faults = tuple(each for result in results if not isinstance(result, Artifact) for each in result)
    pages = tuple(result for result in results if isinstance(result, Artifact))
    media = tuple(_media(library, request.root, store, engine))
    return Made((*pages, *styles.artifacts, *media), _counts(library), library.next_due, in_order((*problems, *faults)))


def _documents(
    sources: tuple[Source, ...], settings: Settings, store: Store, executor: Executor, engine: str
) -> tuple[Document, ...]:
    parsed = partial(parse, default_locale=settings.default_locale)
    return run_map(
        parsed,
        sources,
        key=lambda source: digest("parse", engine, settings.default_locale, source.path, source.digest),
        store=store,
        executor=executor,
    )


def _pictures(attachments: tuple[Attachment, ...], root: Path) -> tuple[dict[str, PictureFile], tuple[Problem, ...]]:
    results = [measured(each, root) for each in attachments]
    good = {each.path: each for each in results if isinstance(each, PictureFile)}
    return good, tuple(each for each in results if isinstance(each, Problem))


def _catalogs(root: Path, settings: Settings) -> tuple[dict[str, Catalog], tuple[Problem, ...]]:
    """The catalogue of each language; one that is missing or broken is a problem, and stands empty meanwhile."""
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    for locale in settings.codes:
        path = f"locales/{locale}/LC_MESSAGES/messages.po"
        try:
            catalog, found = read_catalog((root / path).read_bytes(), locale, path)
        except OSError as error:
            catalog, found = None, (problem(codes.UNREADABLE, Place(path), detail=error.strerror or ""),)
        catalogs[locale] = catalog or empty_catalog(locale)
        problems += found
    return catalogs, tuple(problems)


def _theme(sources: dict[str, str], planned: Plan, catalogs: dict[str, Catalog]) -> Theme:
    shared = digest(sources)
    digests = {locale: digest(shared, planned.frames, catalog.digest) for locale, catalog in catalogs.items()}
    return Theme(sources, planned.frames, catalogs, digests)


def _media(library: Library, root: Path, store: Store, engine: str) -> Iterator[Artifact]:
    """The pictures, each once however many texts show it."""
    for picture in {media_path(each): each for each in library.pictures.values()}.values():
        key = digest("picture", engine, picture.digest)
        data = store.get(key)
        if data is None:
            data = published((root / picture.path).read_bytes())
            store.put(key, data)
        yield Artifact(media_path(picture).lstrip("/"), data)


def _counts(library: Library) -> tuple[tuple[str, str, int], ...]:
    counted = Counter((locale, page.kind) for locale, pages in library.pages.items() for page in pages.values())
    return tuple((locale, kind, count) for (locale, kind), count in sorted(counted.items()))


def engine_digest() -> str:
    """A digest of the engine's own code: another engine, another cache."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    state = hashlib.sha256()
    for file in files:
        state.update(file.read_bytes())
    return state.hexdigest()

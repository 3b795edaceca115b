"""A saved text becomes its pages at once, before all that follows from it elsewhere has been made anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from showcase.codes import ERROR
from showcase.library.address_book import AddressBook
from showcase.library.assemble import assemble
from showcase.library.links import link_problems, picture_problems
from showcase.library.menus import Menus
from showcase.library.rows import row
from showcase.library.values import IndexRow, Library, Page
from showcase.pages.plan import again, output_of
from showcase.pages.site import with_page
from showcase.pages.views import Artifact
from showcase.pipeline import Grounds, wordings_of
from showcase.problems import Problem
from showcase.reading.discover import Source
from showcase.reading.parse import parse


@dataclass(frozen=True, slots=True)
class Proof:
    """The pages of one entry, and the grounds on which the next proof stands; or what is wrong with its texts.

    It is what a whole build would make, as far as nothing else depends on what was changed; the build decides.
    """

    grounds: Grounds
    pages: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


def proof(grounds: Grounds, sources: Iterable[Source]) -> Proof | None:
    """The proof of texts of one entry; nothing where the whole site must be asked, as for a new entry or address."""
    settings, wordings = grounds.library.settings, wordings_of(grounds.library.catalogs)
    read = partial(parse, default_locale=settings.default_locale, wordings=wordings, limits=settings.limits)
    fresh = {source.path: read(source) for source in sources}
    errors = tuple(each for document in fresh.values() for each in document.problems if each.severity == ERROR)
    if errors:
        return Proof(grounds, problems=errors)
    keys = {document.key for document in fresh.values()}
    files = grounds.library.files.get(keys.pop()) if len(keys) == 1 else None
    group = files.group() if files else None
    known = (group.source, *group.translations.values()) if group else ()
    if not fresh.keys() <= {each.path for each in known}:
        return None
    made = row(tuple(fresh.get(each.path, each) for each in known), settings)
    return _proof(grounds, made) if made.is_sound and made.files else None


def _proof(grounds: Grounds, made_row: IndexRow) -> Proof | None:
    key = made_row.key
    # Menus and recorded addresses speak of entries that are not among these.
    alone = assemble(replace(grounds.materials, rows=(made_row,), menus=Menus(), book=AddressBook()))
    pages = tuple(there[key] for there in alone.pages.values() if key in there)
    addresses = [there[key].permalink for there in grounds.library.pages.values() if key in there]
    stays = bool(pages) and [each.permalink for each in pages] == addresses
    if not stays or not all(_holds(grounds.library, made_row, each) for each in pages):
        return None
    files = {**grounds.library.files, **alone.files}
    library = replace(grounds.library, files=files, pages=_with(grounds.library, pages))
    sites = {page.locale: with_page(grounds.planned.sites[page.locale], library, page) for page in pages}
    before = {job.output: job for job in grounds.planned.jobs}
    jobs = [again(before[output_of(page.permalink)], sites[page.locale], page) for page in pages]
    made = [grounds.renderer(job) for job in jobs]
    if not all(isinstance(each, Artifact) for each in made):
        return None
    planned = replace(grounds.planned, sites={**grounds.planned.sites, **sites})
    return Proof(
        replace(grounds, library=library, planned=planned), tuple(each for each in made if isinstance(each, Artifact))
    )


def _holds(library: Library, made_row: IndexRow, page: Page) -> bool:
    """Whether everything that a page names and leads to is there."""
    made = made_row.versions[page.locale].pointers
    known = {**library.pages[page.locale], **library.elsewhere(page.locale)}
    if not set(page.refers) <= known.keys():
        return False
    links = link_problems(page, made, known, dict.fromkeys(known, ""), frozenset())
    return not any(links) and not any(picture_problems(page, made, library.pictures))


def _with(library: Library, pages: Iterable[Page]) -> dict[str, dict[str, Page]]:
    """The pages of the library, these in the place of their older ones."""
    made = {locale: dict(own) for locale, own in library.pages.items()}
    for page in pages:
        made[page.locale][page.key] = page
    return made

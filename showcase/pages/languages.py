"""What pages say of their languages is held against each other: return links, canonical addresses, paths."""

from collections.abc import Collection, Set

from showcase import codes
from showcase.pages.views import Job, Listing
from showcase.problems import Place, Problem, problem


def language_problems(jobs: Collection[Job], base_url: str) -> tuple[Problem, ...]:
    """Pages whose alternates do not lead back, whose canonical address or language is another than their path's."""
    if _agree(jobs, base_url):
        return ()
    heads = {base_url + address_of(job): (job.locale, told) for job in jobs if (told := job.listing)}
    found: list[Problem] = []
    for address, (locale, head) in heads.items():
        place = Place(address.removeprefix(base_url))
        if head.canonical != address:
            found.append(problem(codes.WRONG_CANONICAL, place, canonical=head.canonical))
        if address.removeprefix(base_url).split("/")[1] != locale:
            found.append(problem(codes.WRONG_LANGUAGE, place, locale=locale))
        found += [problem(codes.MISSING_RETURN_LINK, place, other=other) for other in _one_way(address, head, heads)]
    return tuple(found)


def _agree(jobs: Collection[Job], base_url: str) -> bool:
    """Whether each page stands where it says, and all that name each other name the same ones.

    Nearly always it is so, and then no more is held of a page than a number.
    """
    known = {hash((base_url + address_of(job), told.hreflang)) for job in jobs if (told := job.listing)}
    return all(_agrees(base_url, job, told, known) for job in jobs if (told := job.listing))


def _agrees(base_url: str, job: Job, told: Listing, known: Set[int]) -> bool:
    path = address_of(job)
    address, named = base_url + path, {other for locale, other in told.hreflang if locale != "x-default"}
    is_here = told.canonical == address and path.split("/")[1] == job.locale
    return is_here and (not named or address in named) and all(hash((other, told.hreflang)) in known for other in named)


def address_of(job: Job) -> str:
    """The path at which a job's output is found."""
    return "/" + job.output.removesuffix("index.html")


def _one_way(address: str, head: Listing, heads: dict[str, tuple[str, Listing]]) -> list[str]:
    """The alternates that do not name the page in return."""
    others = [other for locale, other in head.hreflang if locale != "x-default" and other != address]
    return [other for other in others if other not in heads or address not in dict(heads[other][1].hreflang).values()]

"""What pages say of their languages is held against each other: return links, canonical addresses, paths."""

from collections.abc import Collection

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
    come, named = set[int](), set[int]()  # pages that have come, and those that were named and have not
    for job in jobs:
        told = job.listing
        if told is None:
            continue
        path = address_of(job)
        own = base_url + path
        others = {other for locale, other in told.hreflang if locale != "x-default"}
        if told.canonical != own or path.split("/")[1] != job.locale or (others and own not in others):
            return False
        key = hash((own, told.hreflang))
        come.add(key)
        named.discard(key)
        named.update({hash((other, told.hreflang)) for other in others} - come)
    return not named


def address_of(job: Job) -> str:
    """The path at which a job's output is found."""
    return "/" + job.output.removesuffix("index.html")


def _one_way(address: str, head: Listing, heads: dict[str, tuple[str, Listing]]) -> list[str]:
    """The alternates that do not name the page in return."""
    others = [other for locale, other in head.hreflang if locale != "x-default" and other != address]
    return [other for other in others if other not in heads or address not in dict(heads[other][1].hreflang).values()]

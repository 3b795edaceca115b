"""Documents become the addresses outside that they name, each with the places where it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag

from showcase.kinds.model import leaves
from showcase.problems import Place
from showcase.reading.parse import Document

WEB = ("https://", "http://")


def mentions(documents: Iterable[Document]) -> Mapping[str, tuple[Place, ...]]:
    """The places of each address, without its fragment: a host never sees that."""
    found: dict[str, list[Place]] = defaultdict(list)
    for document in documents:
        for address, place in _addresses(document):
            if address.startswith(WEB):
                found[urldefrag(address).url].append(place)
    return {address: tuple(dict.fromkeys(places)) for address, places in sorted(found.items())}


def _addresses(document: Document) -> Iterator[tuple[str, Place]]:
    """Every value of a field, and every link of the body; whatever is no address is sorted out by its beginning."""
    if document.entry is not None:
        for leaf in leaves(document.entry):
            if isinstance(leaf.value, str) and leaf.path[-1] in ("url", "website", "video", "online", "address"):
                yield leaf.value, document.place(leaf.path)
    for link in document.body.links:
        yield link.target, link.place

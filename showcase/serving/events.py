"""Editions become a stream of events for one open page: what it must show anew, and what is wrong."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict

from showcase.serving.edition import Edition, Found, Hall, Notice

RETRY = "retry: 300\n\n"


async def events(hall: Hall, sent: Callable[[Edition], Found], state: str) -> AsyncIterator[str]:
    """Events as long as the hall is open.

    A page names the state in which it was sent, so it hears of what changed before the stream was there; `sent` is what
    it would be sent now.
    """
    yield RETRY
    notices: tuple[Notice, ...] | None = None
    edition: Edition | None = hall.edition
    while edition is not None:
        if edition.notices != notices:
            notices = edition.notices
            yield event("report", [asdict(each) for each in notices])
        if (now := sent(edition).state) != state:
            state = now
            yield event("page", state)
        edition = await hall.after(edition)


def event(name: str, value: object) -> str:
    """One event, as the standard for server-sent events writes it (HTML, section 9.2)."""
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"

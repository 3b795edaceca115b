"""A page of the site becomes the page that is served: with a script that keeps it up to date."""

from collections.abc import Mapping
from html import escape

SCRIPT = "/_live/live.js"


def with_script(page: bytes, data: Mapping[str, str]) -> bytes:
    """The page with the script before everything else in its head, so that it sees the page as it was sent.

    `data` are its data attributes.
    """
    given = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    tag = f'<script src="{SCRIPT}"{given} defer></script>\n'.encode()
    head, opening, rest = page.partition(b"<head>\n")
    return head + opening + tag + rest if opening else tag + page

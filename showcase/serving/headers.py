"""The headers of the real site become those of the same site while it is edited."""

from showcase.hosting.headers import rules
from showcase.settings import Settings

# Asks a browser to remember something beyond this hour, or lets other sites read.
NOT_HERE = frozenset({"Cache-Control", "Strict-Transport-Security"})


def served_headers(settings: Settings) -> dict[str, str]:
    """What hosts are told to send with every answer; but a page may stand in a frame of our own, side by side."""
    told = {name: value for name, value in rules(settings).of("/").items() if name not in NOT_HERE}
    told["Content-Security-Policy"] = told["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    return told

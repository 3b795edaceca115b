"""What the page at /admin/ may do, for the headers of servers and hosts."""

from collections.abc import Mapping
from types import MappingProxyType

# Sveltia writes its styles into the page, and shows pictures that it holds in memory; its script comes from here alone.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'none'",),
        "script-src": ("'self'",),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "blob:", "data:"),
        "font-src": ("'self'",),
        "connect-src": ("'self'", "blob:", "data:"),
        "media-src": ("blob:",),
        "manifest-src": ("'self'", "blob:", "data:"),
        "form-action": ("'self'",),
        "base-uri": ("'none'",),
        "frame-ancestors": ("'none'",),
    }
)


def policy(**more: tuple[str, ...]) -> str:
    """The content security policy, with further sources by the names of its parts (`connect_src`)."""
    extra = {name.replace("_", "-"): sources for name, sources in more.items()}
    return "; ".join(f"{name} {' '.join((*own, *extra.get(name, ())))}" for name, own in PARTS.items())


LOCAL_POLICY = policy()

"""What the page at /admin/ may do, for the headers of servers and hosts."""

from collections.abc import Mapping
from types import MappingProxyType

from showcase.git_host import GitHost

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


def admin_policy(host: GitHost | None = None) -> str:
    """The content security policy of the forms: on this machine, or with the host into which they write."""
    more = {"connect-src": host.asked, "img-src": host.faces} if host else {}
    return "; ".join(f"{name} {' '.join((*own, *more.get(name, ())))}" for name, own in PARTS.items())

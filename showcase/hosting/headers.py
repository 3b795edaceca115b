"""The settings become the headers of every answer: whoever serves the site takes them from here, tests too."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from showcase.git_host import GitHost
from showcase.hosting.admin_policy import admin_policy
from showcase.settings import OFFLINE, Settings

YEAR = 31_536_000  # seconds
KEPT = f"public, max-age={YEAR}, immutable"
ASKED_ANEW = "public, max-age=0, must-revalidate"
# Below these a name changes with the bytes behind it.
FINGERPRINTED = ("/assets/", "/media/", "/search/")
OPEN = "/data/"
ADMIN = "/admin/"
NOBODY = "'none'"
# What no page asks a device for; so no script that slipped in could.
DENIED = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The headers of every answer, and by the beginning of a path those that only some answers carry.

    A header stands either in `everywhere` or in `below`, and no two beginnings match one path, so that nothing depends
    on how a host joins rules. `otherwise` are those of paths that match none.
    """

    everywhere: Headers
    below: tuple[tuple[str, Headers], ...]
    otherwise: Headers

    def of(self, path: str) -> dict[str, str]:
        """The headers of the answer to a path such as `/vi/`."""
        own = next((headers for start, headers in self.below if path.startswith(start)), self.otherwise)
        return dict((*self.everywhere, *own))


def rules(settings: Settings) -> Rules:
    """The headers of a site."""
    pages: Headers = (("Content-Security-Policy", policy(settings)), ("Cross-Origin-Opener-Policy", "same-origin"))
    # Where the forms are, they alone have a policy of their own: none may then be told of every path.
    own: Headers = pages if settings.admin else ()
    kept: Headers = (("Cache-Control", KEPT), *own)
    anew: Headers = (("Cache-Control", ASKED_ANEW), *own)
    anyone: Headers = (*anew, ("Access-Control-Allow-Origin", "*"))
    below = (*((start, kept) for start in FINGERPRINTED), (OPEN, anyone))
    if settings.admin is None:
        return Rules((*pages, *_everywhere(settings)), below, anew)
    languages = ((f"/{code}/", anew) for code in settings.codes)
    return Rules(_everywhere(settings), (*below, *languages, (ADMIN, _of_forms(settings.admin))), anew)


def _of_forms(host: GitHost) -> Headers:
    """The headers of the forms. A host shows its sign-in in a window that must be able to answer."""
    opener = ("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
    return (("Cache-Control", ASKED_ANEW), ("Content-Security-Policy", admin_policy(host)), opener)


def _everywhere(settings: Settings) -> Headers:
    """The headers of every answer, an error's too, beside the policy."""
    secure = settings.base_url.startswith("https:")
    return (
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in DENIED)),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        *((("Strict-Transport-Security", f"max-age={YEAR}"),) if secure else ()),
        ("X-Content-Type-Options", "nosniff"),
        *((("X-Robots-Tag", "noindex"),) if not settings.indexed else ()),
    )


def policy(settings: Settings) -> str:
    """The Content-Security-Policy: the site's own files alone, and no text that a script makes into code or markup.

    Only the enquiry form may lead elsewhere, where the settings name such a place. A service worker is registered
    through a policy of trusted types, which has the name of its output.
    """
    enquiry = urlsplit(settings.enquiry_endpoint)
    forms = f"'self' {enquiry.scheme}://{enquiry.netloc}" if enquiry.netloc else "'self'"
    own = ("script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src")
    return "; ".join(
        (
            "default-src 'none'",
            *(f"{kind} 'self'" for kind in own),
            f"form-action {forms}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {OFFLINE if OFFLINE in settings.outputs else NOBODY}",
        )
    )

"""The settings and a product become the way in which a reader asks about it: a form, a letter, or none."""

from urllib.parse import quote

from showcase.kinds.model import _p
from showcase.library.values import Page
from showcase.pages.site import Site
from showcase.pages.views import Record

SUBJECT = _p("enquiry", "Enquiry about {title}")
GREETING = _p("enquiry", "I would like to know more about {title}.")


def enquiry(here: Site, page: Page) -> Record | None:
    """The endpoint of the form, or the address of a letter that is begun; the form goes first where both are known."""
    settings, title, url = here.library.settings, str(page.title), here.url(page.permalink)
    subject, greeting = (here.say(each, here.locale).format(title=title) for each in (SUBJECT, GREETING))
    if settings.enquiry_endpoint:
        return Record({"endpoint": settings.enquiry_endpoint, "letter": "", "url": url, "subject": subject})
    if settings.enquiry_email:
        letter = mailto(settings.enquiry_email, subject, f"{greeting}\n{url}\n")
        return Record({"endpoint": "", "letter": letter, "url": url, "subject": subject})
    return None


def mailto(email: str, subject: str, body: str) -> str:
    """The address of a letter (RFC 6068): all of it encoded, its lines end with CR LF, its subject is one line."""
    texts = (" ".join(subject.split()), "\r\n".join(body.splitlines()))
    head, text = (quote(each, safe="") for each in texts)
    return f"mailto:{quote(email, safe='@')}?subject={head}&body={text}"

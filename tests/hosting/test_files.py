"""What hosts are told beside the pages."""

from datetime import date

from showcase.destinations import Hosting
from showcase.hosting.files import MOST_REDIRECTS, redirects_file, security_txt
from showcase.pages.hosts import host_jobs
from showcase.pages.site import site
from tests.makers import document, field, library, product, settings

CONTACTS = Hosting(
    cname="showcase.test",
    security_contacts=("mailto:security@example.org", "https://example.org/report"),
    security_expires=date(2027, 6, 30),
    security_policy="https://example.org/security",
)


def host_files(hosting: Hosting | None = None) -> dict[str, bytes]:
    own = field(), document("fields/y-te", "en", title="Health", summary="Health.", aliases=["old"]), product()
    made = library(*own, site_settings=settings(hosting=hosting or Hosting()))
    jobs = host_jobs({locale: site(made, locale) for locale in ("vi", "en")})
    return {job.output: job.make(job.view) for job in jobs if job.make}


def test_old_addresses_and_each_languages_lost_page_become_rules() -> None:
    assert host_files()["_redirects"].decode() == (
        "/en/fields/old/ /en/fields/health/ 301\n/vi/* /vi/404.html 404\n/en/* /en/404.html 404\n"
    )


def test_more_old_addresses_than_hosts_read_lead_on_by_their_pages_alone() -> None:
    moves = [(f"/vi/cu-{number}/", "/vi/moi/") for number in range(MOST_REDIRECTS + 7)]

    lines = redirects_file(moves, ("vi",)).decode().splitlines()

    assert len(lines) == MOST_REDIRECTS + 1
    assert lines[-1] == "/vi/* /vi/404.html 404"


def test_nobody_is_named_and_no_host_claimed_unless_the_settings_say_so() -> None:
    plain = host_files()

    assert plain[".nojekyll"] == b""
    assert "CNAME" not in plain
    assert ".well-known/security.txt" not in plain


def test_the_settings_name_the_host_and_whom_to_tell_of_weaknesses() -> None:
    made = host_files(CONTACTS)

    assert made["CNAME"] == b"showcase.test\n"
    assert made[".well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:security@example.org",
        "Contact: https://example.org/report",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: vi, en",
        "Canonical: https://showcase.test/.well-known/security.txt",
        "Policy: https://example.org/security",
    ]


def test_the_contacts_are_the_same_whenever_they_are_written() -> None:
    assert security_txt(CONTACTS, "https://a.test", ("vi",)) == security_txt(CONTACTS, "https://a.test", ("vi",))

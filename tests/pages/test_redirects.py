"""Old slugs lead to the new address."""

from showcase.pages.redirects import RedirectView, redirect_jobs
from tests.makers import document, product, sites


def test_every_old_slug_leads_to_the_page_in_its_language() -> None:
    made = sites(
        product(title="AMIS", aliases=["amis-cu", "amis"]),
        document("products/amis", "en", title="AMIS", aliases=["old"]),
    )

    assert [(job.output, job.locale, job.template) for job in redirect_jobs(made)] == [
        ("vi/san-pham/amis-cu/index.html", "vi", "redirect.html"),
        ("en/products/old/index.html", "en", "redirect.html"),
    ]
    assert next(redirect_jobs(made)).view == RedirectView(
        "AMIS", "/vi/san-pham/amis/", "https://showcase.test/vi/san-pham/amis/"
    )

"""What every answer carries, and what hosts read of it."""

from showcase.git_host import GitHost
from showcase.hosting.files import MOST_RULES, headers_file
from showcase.hosting.headers import ASKED_ANEW, KEPT, policy, rules
from tests.makers import settings

LONGEST_LINE = 2000  # of Cloudflare Pages


def test_no_page_may_run_or_show_anything_but_the_files_of_the_site() -> None:
    said = dict(part.split(" ", 1) for part in policy(settings()).split("; "))

    assert said.pop("default-src") == said.pop("base-uri") == said.pop("frame-ancestors") == "'none'"
    assert said.pop("require-trusted-types-for") == "'script'"
    assert said.pop("trusted-types") == "offline"
    assert set(said.values()) == {"'self'"}


def test_no_script_may_make_a_policy_where_there_is_no_worker_to_register() -> None:
    assert policy(settings(outputs=["search"])).endswith("; trusted-types 'none'")


def test_forms_may_lead_to_the_place_for_enquiries_and_nowhere_else() -> None:
    asked = settings(enquiry_endpoint="https://forms.example.org:8443/enquiry?to=a")

    assert "form-action 'self' https://forms.example.org:8443;" in policy(asked)
    assert "form-action 'self';" in policy(settings())


def test_fingerprinted_files_are_kept_for_ever_and_everything_else_is_asked_for_anew() -> None:
    found = rules(settings())

    assert found.of("/assets/style.0123456789.css")["Cache-Control"] == KEPT
    assert found.of("/media/0123456789-640.avif")["Cache-Control"] == KEPT
    for path in ("/", "/vi/", "/sitemap.xml", "/data/products.json", "/assets"):
        assert found.of(path)["Cache-Control"] == ASKED_ANEW


def test_open_data_may_be_read_by_other_sites_and_pages_may_not() -> None:
    found = rules(settings())

    assert found.of("/data/products.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in found.of("/vi/")


def test_a_site_on_https_asks_browsers_to_stay_there_and_another_one_cannot() -> None:
    assert rules(settings()).of("/")["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in rules(settings(base_url="http://localhost:8000")).of("/")


def test_a_preview_asks_search_engines_to_stay_away_on_every_path() -> None:
    hidden = rules(settings(indexed=False))

    assert {hidden.of(path)["X-Robots-Tag"] for path in ("/", "/media/a.jpg", "/data/a.json")} == {"noindex"}
    assert "X-Robots-Tag" not in rules(settings()).of("/")


def test_no_header_stands_in_two_rules_for_one_path_since_hosts_join_them_differently() -> None:
    found = rules(settings(indexed=False))
    everywhere = {name for name, _ in found.everywhere}
    starts = [start for start, _ in found.below]

    for start, headers in (*found.below, ("", found.otherwise)):
        assert everywhere.isdisjoint(name for name, _ in headers)
        assert not [other for other in starts if other != start and other.startswith(start or "-")]


def test_the_file_for_hosts_says_the_same_and_keeps_to_their_limits() -> None:
    written = headers_file(rules(settings())).decode()
    blocks = [block.splitlines() for block in written.split("\n\n")]

    assert len(blocks) <= MOST_RULES
    assert [block[0] for block in blocks] == ["/*", "/assets/*", "/media/*", "/search/*", "/data/*"]
    assert max(map(len, written.splitlines())) < LONGEST_LINE
    assert blocks[0][1].strip() == f"Content-Security-Policy: {policy(settings())}"
    assert blocks[4][1:] == ["  Access-Control-Allow-Origin: *"]


def test_the_forms_have_a_policy_of_their_own_and_no_path_has_two() -> None:
    host = GitHost(backend="github", repo="example/showcase", base_url="https://sign-in.example.org/start")
    found = rules(settings(admin=host))

    for path in ("/", "/vi/", "/assets/a.css", "/data/a.json", "/nowhere"):
        assert found.of(path)["Content-Security-Policy"] == policy(settings())
        assert found.of(path)["Cross-Origin-Opener-Policy"] == "same-origin"
    forms = found.of("/admin/")
    said = dict(part.split(" ", 1) for part in forms["Content-Security-Policy"].split("; "))
    assert (said["script-src"], said["style-src"]) == ("'self'", "'self' 'unsafe-inline'")
    assert said["connect-src"] == "'self' blob: data: https://api.github.com https://sign-in.example.org"
    assert forms["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    assert "Content-Security-Policy" not in dict(found.everywhere)


def test_hosts_are_told_each_policy_below_its_own_folders() -> None:
    blocks = headers_file(rules(settings(admin=GitHost(backend="gitea", repo="a/b")))).decode().split("\n\n")
    policies = {block.splitlines()[0]: block.count("Content-Security-Policy: ") for block in blocks}

    assert policies.pop("/*") == 0
    assert set(policies.values()) == {1}
    assert {"/", "/vi/*", "/en/*", "/404.html", "/admin/*"} <= set(policies)

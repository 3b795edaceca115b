"""nginx and Caddy under the shipped settings: the right headers, types, twins and pages on every kind of answer."""

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from showcase.hosting.headers import ASKED_ANEW, KEPT, Rules, rules
from showcase.hosting.media_types import is_twin, media_type
from showcase.hosting.servers import Server, caddy, nginx
from showcase.publishing.folder import Folder
from showcase.publishing.publish import publish, read_state
from showcase.publishing.release import read_release
from showcase.reading.configuration import read_settings
from tests.publishing.releases import quiet
from tests.sites.projects import SITES, build, project, put, run, tree
from tools.web_servers import serving

CONTACTS = "hosting:\n  security_contacts: ['mailto:security@example.org']\n  security_expires: 2027-06-30\n"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key.lower() == name.lower())


@dataclass(frozen=True)
class Public:
    """A running server with a published site."""

    root: Path
    folder: Path
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        found = line.getresponse()
        answer = Answer(found.status, found.getheaders(), found.read())
        line.close()
        return answer

    @property
    def files(self) -> dict[str, bytes]:
        return {path: data for path, data in tree(self.folder).items() if not path.startswith(".publish/")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with old addresses, its release published to a folder."""
    root = project(tmp_path_factory.mktemp("servers") / "project", SITES / "good/links-and-addresses")
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + CONTACTS)
    assert build(root, "--release")[0] == 0
    host = Folder(root.parent / "public")
    publish(host, read_state(host), read_release(root / "site"), root / "site", quiet)
    return root


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def public(root: Path, request: pytest.FixtureRequest) -> Iterator[Public]:
    arguments = ("hosting", request.param, "--brotli")
    code, settings = run(root, *arguments)
    assert code == 0, settings
    folder = root.parent / "public"
    with serving(request.param, settings, folder, root.parent / request.param) as port:
        yield Public(root, folder, port)


def test_every_kind_of_answer_carries_the_headers_once(public: Public) -> None:
    asset = next(path for path in public.files if path.startswith("assets/") and path.endswith(".css"))
    wanted = rules(read_settings(public.root))
    for path, status in (
        ("/", 200),
        ("/vi/", 200),
        ("/sitemap.xml", 200),
        ("/data/index.json", 200),
        (f"/{asset}", 200),
        ("/assets/nothing.css", 404),
        ("/data/", 404),
        ("/nothing", 404),
        ("/en/nothing/", 404),
    ):
        answer = public.get(path)
        assert answer.status == status, path
        for name, value in wanted.everywhere:
            assert answer[name] == value, (path, name)
        if status == 200:
            assert answer["Cache-Control"] == wanted.of(path)["Cache-Control"], path
            assert answer["Access-Control-Allow-Origin"] == wanted.of(path).get("Access-Control-Allow-Origin", "")


def test_fingerprinted_files_are_kept_and_pages_are_asked_for_anew(public: Public) -> None:
    asset = next(path for path in public.files if path.startswith("assets/"))

    assert public.get(f"/{asset}")["Cache-Control"] == KEPT
    page = public.get("/vi/")
    assert page["Cache-Control"] == ASKED_ANEW
    assert public.get("/vi/", If_None_Match=page["ETag"]).status == 304


def test_every_file_has_its_type_and_its_bytes(public: Public) -> None:
    hidden = ("_headers", "_redirects", ".nojekyll")
    old = [f"{line.split()[0].lstrip('/')}index.html" for line in public.files["_redirects"].decode().splitlines()]
    for path, data in public.files.items():
        if path in (*hidden, *old) or is_twin(path):
            continue
        answer = public.get(f"/{path.removesuffix('index.html')}")
        assert (answer.status, answer.body) == (200, data), path
        assert answer["Content-Type"] == media_type(path), path


@pytest.mark.parametrize(("asked", "ending", "name"), [("br", "br", "br"), ("gzip", "gz", "gzip")])
def test_compressed_twins_are_sent_to_those_who_can_read_them(
    public: Public, asked: str, ending: str, name: str
) -> None:
    for path in ("/vi/", "/sitemap.xml", "/data/index.json"):
        file = f"{path.lstrip('/')}index.html" if path.endswith("/") else path.lstrip("/")
        answer = public.get(path, Accept_Encoding=asked)
        assert (answer["Content-Encoding"], answer.body) == (name, public.files[f"{file}.{ending}"]), path
        assert "accept-encoding" in answer["Vary"].lower()
        assert answer["Content-Type"] == media_type(file)
    assert public.get("/vi/")["Content-Encoding"] == ""


def test_what_is_not_found_is_said_in_the_language_of_the_address(public: Public) -> None:
    for path, page in (("/vi/khong-co/", "vi/404.html"), ("/en/nothing", "en/404.html"), ("/nothing", "404.html")):
        answer = public.get(path)
        assert (answer.status, answer.body) == (404, public.files[page]), path
        assert answer["Content-Type"] == "text/html; charset=utf-8"


def test_old_addresses_lead_on_for_good(public: Public) -> None:
    moves = [line.split() for line in public.files["_redirects"].decode().splitlines() if line.endswith(" 301")]
    assert moves
    for old, new, _status in moves:
        answer = public.get(old)
        assert (answer.status, answer["Location"]) == (301, new)
    assert public.get("/vi")["Location"] == "/vi/"


def test_what_is_nobodys_to_see_is_not_shown(public: Public) -> None:
    for path in ("/.publish/state.json", "/_headers", "/_redirects", "/.nojekyll"):
        assert public.get(path).status == 404, path
    assert b"Contact: mailto:security@example.org" in public.get("/.well-known/security.txt").body


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_part_of_the_site_may_have_headers_of_its_own(server: str, root: Path) -> None:
    found = rules(read_settings(root))
    forms = (("Cache-Control", ASKED_ANEW), ("X-Part", "forms"))
    below = (*found.below, ("/vi/", (("X-Part", "vi"),)), ("/en/products/", forms))
    parted = Rules(found.everywhere, below, found.otherwise)
    told = Server(parted, (), ("vi", "en"), ())
    settings = {"nginx": nginx, "caddy": caddy}[server](told)

    with serving(server, settings, root.parent / "public", root.parent / f"{server}-parted") as port:
        public = Public(root, root.parent / "public", port)
        parts = [public.get(path)["X-Part"] for path in ("/vi/", "/en/products/", "/en/")]
        assert parts == ["vi", "forms", ""]
        assert public.get("/vi/nichts").body == public.files["vi/404.html"]


def test_without_the_module_nginx_is_not_told_of_brotli(root: Path) -> None:
    assert "brotli" not in run(root, "hosting", "nginx")[1]
    assert "precompressed br gzip" in run(root, "hosting", "caddy")[1]


def test_without_a_site_its_old_addresses_are_not_known(tmp_path: Path) -> None:
    code, said = run(project(tmp_path / "project"), "hosting", "nginx")

    assert code == 1
    assert "there is no site in site; make one first: python build.py build" in said

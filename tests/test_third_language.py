"""A third language is only data: a catalogue, texts and a few lines of settings."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from showcase.language.catalogs import read_catalog, translations
from tests.sites.projects import SITES, build, check, project

ROOT = Path(__file__).parents[1]
SITE = SITES / "good/third-language"
CATALOGUE = "locales/fr/LC_MESSAGES/messages.po"
FUZZY = """
#, fuzzy
msgid "Skip to main content"
msgstr "Sauter au contenu"
"""


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tests in three languages, with its own templates."""
    root = project(tmp_path_factory.mktemp("french") / "project", SITE)
    assert build(root)[0] == 0
    return root / "site/fr"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the showcase's templates, and a French catalogue that knows few of their words."""
    root = project(tmp_path_factory.mktemp("real") / "project", SITE)
    shutil.rmtree(root / "templates")
    shutil.copytree(ROOT / "templates", root / "templates")
    for locale in ("vi", "en"):
        shutil.copy(ROOT / f"locales/{locale}/LC_MESSAGES/messages.po", root / f"locales/{locale}/LC_MESSAGES/")
    with (root / CATALOGUE).open("a", encoding="utf-8") as file:
        file.write(FUZZY)
    return root


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_only_data_is_added() -> None:
    added = {path.relative_to(SITE).parts[0] for path in SITE.rglob("*") if path.is_file()}

    assert {name for name in added if not name.startswith("expected")} == {"content", "locales", "site.yaml"}
    assert {path.suffix for path in (SITE / "content").rglob("*.*")} == {".md"}


def test_its_addresses_menus_and_return_links_are_its_own(french: Path) -> None:
    page = text(french / "produits/table-en-bois/index.html")

    assert '<html lang="fr">' in page
    assert '<a href="/fr/entreprises/">Entreprises</a>' in page
    for locale, address in (
        ("vi", "vi/san-pham/ban-go"),
        ("en", "en/products/wooden-table"),
        ("fr", "fr/produits/table-en-bois"),
    ):
        assert f'<link rel="alternate" hreflang="{locale}" href="https://example.org/{address}/">' in page
    other = text(french.parent / "vi/san-pham/ban-go/index.html")
    assert '<link rel="alternate" hreflang="fr" href="https://example.org/fr/produits/table-en-bois/">' in other


def test_it_sorts_by_its_own_alphabet(french: Path) -> None:
    page = text(french / "produits/index.html")
    index = text(french / "a-z/index.html")

    assert page.index("Étagère à livres") < page.index("Table en bois")
    assert index.index("<h2>E</h2>") < index.index("Étagère à livres") < index.index("<h2>O</h2>")


def test_it_writes_numbers_its_own_way(french: Path) -> None:
    assert "1\u00a0250\u00a0000\u00a0₫ en une fois" in text(french / "produits/etagere-a-livres/index.html")
    assert "L’étagère" in text(french / "produits/etagere-a-livres/index.html")


def test_it_counts_by_its_own_rule() -> None:
    catalog, _ = read_catalog((SITE / CATALOGUE).read_bytes(), "fr", CATALOGUE)
    assert catalog is not None
    known = translations(catalog)

    forms = [known.ngettext("%(count)s entry", "%(count)s entries", count) for count in (0, 1, 2)]
    assert forms == ["%(count)s fiche", "%(count)s fiche", "%(count)s fiches"]


def test_the_real_templates_show_it_and_what_it_lacks_is_a_warning_alone(real: Path) -> None:
    code, said = check(real)
    codes = Counter(line.partition("warning[")[2].partition("]")[0] for line in said.splitlines() if "warning[" in line)

    assert (code, "error[" in said) == (0, False)
    assert set(codes) <= {"incomplete-catalog"}


def test_a_fuzzy_message_is_never_shown(real: Path) -> None:
    assert build(real)[0] == 0
    page = text(real / "site/fr/produits/index.html")

    assert "Sauter au contenu" not in page
    assert "Skip to main content" in page
    assert "2 fiches" in page
    assert "1 fiche" in text(real / "site/fr/domaines/index.html")

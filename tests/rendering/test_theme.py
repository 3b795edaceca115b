"""Templates and assets become a theme."""

from showcase.codes import NOT_UTF8
from showcase.problems import Place, problem
from showcase.reading.discover import File
from showcase.rendering.theme import assets, template_sources

FONT = File("templates/assets/fonts/text.woff2", b"\0font")
STYLE = File("templates/assets/style.css", b'@font-face { src: url("fonts/text.woff2") }')
PAGE = File("templates/page.html", b"<p>")


def test_an_asset_is_published_under_a_name_that_changes_with_its_bytes() -> None:
    one, other = assets((FONT,)), assets((File(FONT.path, b"\0another font"),))

    assert one.paths.keys() == other.paths.keys() == {"fonts/text.woff2"}
    assert one.paths["fonts/text.woff2"] != other.paths["fonts/text.woff2"]
    assert one.artifacts[0].output == one.paths["fonts/text.woff2"].lstrip("/")
    assert one.artifacts[0].data == FONT.data


def test_a_style_sheet_names_its_fonts_by_their_new_names() -> None:
    made = assets((STYLE, FONT, PAGE))
    style = next(each.data.decode() for each in made.artifacts if each.output.endswith(".css"))

    assert style == f"@font-face{{src:url({made.paths['fonts/text.woff2']})}}"


def test_the_name_of_a_style_sheet_changes_with_its_fonts() -> None:
    one, other = assets((STYLE, FONT)), assets((STYLE, File(FONT.path, b"\0another font")))

    assert one.paths["style.css"] != other.paths["style.css"]


def test_addresses_that_are_no_assets_stay_as_they_are() -> None:
    style = b"a { b: url(data:x); c: url(#d); e: url('https://example.org/f'); g: url(missing.png) }"

    small = b"a{b:url(data:x);c:url(#d);e:url('https://example.org/f');g:url(missing.png)}"
    assert assets((File("templates/assets/style.css", style),)).artifacts[0].data == small


def test_a_style_sheet_in_a_folder_finds_what_lies_beside_it() -> None:
    files = (File("templates/assets/a/b.css", b"url(c.svg)"), File("templates/assets/a/c.svg", b"<svg/>"))
    made = assets(files)

    assert made.artifacts[0].data.decode() == f"url({made.paths['a/c.svg']})"


def test_a_style_sheet_in_another_encoding_is_published_as_it_is() -> None:
    style = 'a{content:"Bàn"}'.encode("latin-1")

    assert assets((File("templates/assets/style.css", style),)).artifacts[0].data == style


def test_templates_are_known_by_their_names() -> None:
    part = File("templates/components/card.html", b"<p>")

    assert template_sources((STYLE, PAGE, part)) == ({"page.html": "<p>", "components/card.html": "<p>"}, ())


def test_a_template_that_is_no_text_is_told() -> None:
    sources, problems = template_sources((File("templates/page.html", b"<p>\n\xe0"),))

    assert problems == (problem(NOT_UTF8, Place("templates/page.html", 2), detail="0xE0"),)
    assert list(sources) == ["page.html"]


def test_static_files_keep_their_names_and_bytes() -> None:
    file = File("templates/static/.well-known/security.txt", b"Contact: mailto:a@example.org  \n")
    made = assets((file,))

    assert [(each.output, each.data) for each in made.artifacts] == [(".well-known/security.txt", file.data)]
    assert made.paths == {}


def test_own_files_are_templates_whatever_their_ending() -> None:
    files = (File("templates/files/feed.json", b"{}"), File("templates/static/a.html", b"x"), STYLE, PAGE)

    assert template_sources(files)[0] == {"files/feed.json": "{}", "page.html": "<p>"}

"""Markdown becomes safe HTML, and everything it mentions is written down with its place."""

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.problems import Place
from showcase.reading.document import Heading, Link, Picture, Rendered
from showcase.reading.markdown import Wording, render_markdown

PATH = "content/products/tra/index.vi.md"
KINDS = {"product": "products", "event": "events"}


def render(text: str, locale: str = "vi", **options: object) -> Rendered:
    """The body that begins on line 10 of its file."""
    return render_markdown(text, locale, PATH, 10, kinds=KINDS, **options)  # type: ignore[arg-type]


def at(line: int, column: int) -> Place:
    return Place(PATH, line, column)


def problems(text: str, locale: str = "vi") -> list[tuple[str, int, int]]:
    return [(found.code, found.place.line, found.place.column) for found in render(text, locale).problems]


# Headings and anchors


def test_headings_have_ids_by_the_rules_of_the_language() -> None:
    rendered = render("## Điện thoại & *Trà*\n\n### Giá: 1.990.000 ₫\n")

    assert rendered.headings == (
        Heading(2, "dien-thoai-va-tra", "Điện thoại & Trà"),
        Heading(3, "gia-1-990-000", "Giá: 1.990.000 ₫"),
    )
    assert rendered.html.startswith('<h2 id="dien-thoai-va-tra">Điện thoại &amp; <em>Trà</em></h2>')
    assert render("## Phones & Tea", "en").headings[0].id == "phones-and-tea"


def test_a_heading_of_the_first_level_makes_room_for_the_title() -> None:
    assert [heading.level for heading in render("# A\n\n## B\n\n###### C").headings] == [2, 3, 6]
    assert [heading.level for heading in render("## A\n\n### B").headings] == [2, 3]


def test_repeated_headings_are_numbered() -> None:
    rendered = render("## Giá\n\n## Giá\n\n## Giá 2\n\n## Giá\n")
    assert rendered.anchors == ("gia", "gia-2", "gia-2-2", "gia-3")


def test_an_id_may_be_chosen_and_raw_headings_have_one_too() -> None:
    rendered = render('## Giá {#bang-gia}\n\n<h3>Màu "đỏ"</h3>\n\n<p id="cuoi">x</p>')

    assert rendered.anchors == ("bang-gia", "mau-do", "cuoi")
    assert rendered.headings[1] == Heading(3, "mau-do", "Màu “đỏ”")


def test_ids_of_the_theme_stay_free_and_links_in_the_text_follow() -> None:
    rendered = render("[x](#main) [y](#other)\n\n## Main\n", reserved_ids=frozenset({"main"}))

    assert rendered.anchors == ("main-2",)
    assert rendered.html.startswith('<p><a href="#main-2">x</a> <a href="#other">y</a></p>')
    assert rendered.links == (Link("#main-2", at(10, 5)), Link("#other", at(10, 16)))


def test_ids_are_made_plain() -> None:
    rendered = render('<p id="Giá cả">x</p> <p id="日本">y</p>\n\n[x](#Giá cả)')
    assert rendered.anchors == ("gia-ca", "muc")


def test_a_heading_without_letters_is_an_error_at_its_line() -> None:
    rendered = render("## A\n\n## 日本\n")

    assert [(found.code, found.place) for found in rendered.problems] == [("empty-anchor", at(12, 4))]
    assert rendered.problems[0].fields["example"] == "## 日本 {#muc}"
    assert problems("## 日本 {#nhat-ban}") == []


def test_the_number_of_a_footnote_is_no_part_of_a_heading() -> None:
    rendered = render("## Giá[^1]\n\n[^1]: Có thuế.\n")

    assert rendered.headings == (Heading(2, "gia", "Giá"),)
    assert rendered.anchors == ("gia",)


# Links


def test_links_are_written_down_with_their_places_in_order() -> None:
    text = (
        "Xem [Trà](content:/products/tra#gia)\nvà [x](https://example.com/?a=1&b=2), <https://example.com>\n\n"
        "[mail](mailto:a@b.vn) <c@d.vn>"
    )

    assert render(text).links == (
        Link("content:/products/tra#gia", at(10, 11)),
        Link("https://example.com/?a=1&b=2", at(11, 8)),
        Link("https://example.com", at(11, 40)),
        Link("mailto:a@b.vn", at(13, 8)),
        Link("mailto:c@d.vn", at(13, 24)),
    )


def test_content_links_stay_as_they_are_and_links_to_the_web_are_marked() -> None:
    assert render("[a](content:/products/tra#gia) [b](https://b.vn) [c](#d)").html == (
        '<p><a href="content:/products/tra#gia">a</a> '
        '<a href="https://b.vn" rel="external noopener">b</a> <a href="#d">c</a></p>'
    )


def test_the_same_address_twice_has_two_places_and_code_has_none() -> None:
    text = (
        "`[x](content:/a)` <!-- [x](content:/a) -->\n\n```\n[x](content:/a)\n```\n\n"
        "[x](content:/ab) [x](content:/a) [x](content:/a)\n\n~~~\n[x](content:/a)"
    )
    assert [link.place for link in render(text).links] == [at(16, 5), at(16, 22), at(16, 38), at(19, 5)]


def test_a_reference_stands_where_it_is_defined() -> None:
    text = "[Trà][t] và [trà][t]\n\n[t]: content:/products/tra\n"
    assert render(text).links == (Link("content:/products/tra", at(12, 6)),) * 2


def test_an_address_spelt_otherwise_is_found_by_its_line() -> None:
    assert render("a\n\n[x](content:/&#97;b)").links == (Link("content:/ab", Place(PATH, 12)),)


def test_a_link_that_is_written_nowhere_belongs_to_the_file() -> None:
    assert render("[x](<a\\*b>)").links == (Link("a*b", Place(PATH)),)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "//evil.example",
        "mailto:a@b.vn?subject=x%0ABcc:c@d.vn",
        "https:x",
        "http://[",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", '<a href="{}">x</a>', "[x][r]\n\n[r]: {}", "Giá <a href='{}'>x</a>"])
def test_an_unsafe_address_is_an_error_and_goes_no_further(address: str, form: str) -> None:
    text = "a\n\n" + form.format(address)
    rendered = render(text)

    assert [found.code for found in rendered.problems] == ["unsafe-address"]
    line = text[: text.index(address)].count("\n") + 10
    assert rendered.problems[0].place == at(line, text.split("\n")[line - 10].index(address) + 1)
    assert rendered.problems[0].fields["value"] == address
    assert "href" not in rendered.html


@pytest.mark.parametrize(
    "address", ["java&#115;cript:x", "&#106;avascript:x", "java&#x09;script:x", "java&Tab;script:x"]
)
def test_an_address_in_disguise_is_seen_through(address: str) -> None:
    rendered = render(f'a\n\n<a href="{address}">x</a>')

    assert [(found.code, found.place.line) for found in rendered.problems] == [("unsafe-address", 12)]
    assert "href" not in rendered.html


def test_an_address_never_brings_control_characters_into_a_message() -> None:
    rendered = render('<a href="mailto:a@b.vn?subject=x\ny">x</a>')
    assert rendered.problems[0].fields["value"] == "mailto:a@b.vn?subject=x\\ny"


def test_a_place_to_link_to_needs_no_address() -> None:
    assert render('<a id="x">y</a>').problems == ()


# Pictures


def test_pictures_are_written_down_with_their_places() -> None:
    rendered = render("a ![Màn hình](man-hinh.png) b\n\n![Ảnh](%E1%BA%A3nh%20b%C3%ACa.jpg)")

    assert rendered.pictures == (
        Picture("man-hinh.png", "Màn hình", at(10, 15)),
        Picture("ảnh bìa.jpg", "Ảnh", at(12, 8)),
    )
    assert '<img alt="Ảnh" src="ảnh bìa.jpg">' in rendered.html


def test_a_picture_with_a_title_on_its_own_is_a_figure() -> None:
    assert render("![a](b.png \"Màn hình 'chính'\")").html == (
        '<figure><img alt="a" src="b.png"><figcaption>Màn hình ‘chính’</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "text", ["![a](b.png)", 'x ![a](b.png "c")', '![a](b.png "c") x', '![a](b.png "c") ![d](e.png)', "**a**"]
)
def test_other_pictures_stay_in_their_paragraph(text: str) -> None:
    assert "<figure>" not in render(text).html


@pytest.mark.parametrize("text", ["![](a.jpg)", "![ ](a.jpg)", '<img src="a.jpg">', '<img src="a.jpg" alt="">'])
def test_a_picture_without_description_is_an_error(text: str) -> None:
    assert problems(text) == [("missing-alt", 10, text.index("a.jpg") + 1)]


@pytest.mark.parametrize(
    "src", ["https://example.com/a.jpg", "../a.jpg", "hinh/a.jpg", "/a.jpg", "//b/a.jpg", ".a.jpg"]
)
def test_a_picture_must_lie_beside_the_text(src: str) -> None:
    rendered = render(f"![b]({src})")

    assert problems(f"![b]({src})") == [("missing-picture", 10, 6)]
    assert rendered.pictures == ()
    assert "<img" not in rendered.html


@pytest.mark.parametrize("src", ["javascript:x", "data:image/svg+xml,x"])
def test_a_picture_cannot_run(src: str) -> None:
    assert problems(f"![b]({src})") == [("unsafe-address", 10, 6)]
    assert "<img" not in render(f"![b]({src})").html


# Cards


def test_a_card_is_a_paragraph_of_its_own() -> None:
    rendered = render("a\n\n[[product:misa-amis]]\n\nb\n\n[[events:x]]\n[[ product: y ]]\n")

    assert rendered.cards == (
        Link("products/misa-amis", at(12, 1)),
        Link("events/x", at(16, 1)),
        Link("products/y", Place(PATH, 17)),
    )
    assert '<x-card ref="products/misa-amis"></x-card>' in rendered.html
    assert rendered.html.count("<x-card") == 3
    assert rendered.problems == ()


@pytest.mark.parametrize("target", ["thing:x", "product", "product:", "product:A b", "", "product:a--b"])
def test_a_card_that_names_nothing_is_an_error(target: str) -> None:
    assert problems(f"a\n\n[[{target}]]") == [("unknown-card", 12, 1)]
    assert "x-card" not in render(f"[[{target}]]").html


def test_a_card_inside_a_paragraph_is_an_error() -> None:
    assert problems("Xem [[product:a]] nhé, **[[product:a]]**") == [("card-in-text", 10, 5), ("card-in-text", 10, 26)]


def test_brackets_in_code_or_behind_backslashes_are_text() -> None:
    assert problems("`[[product:a]]` \\[\\[product:b\\]\\] `[^x]`") == []


def test_a_card_written_as_html_swallows_nothing() -> None:
    assert render('<x-card ref="product:a">\n\nb').html == '<p><x-card ref="products/a"></x-card></p>\n<p>b</p>'


# Footnotes, notes, tables, code


def test_footnotes_have_stable_ids_and_words_of_the_language() -> None:
    rendered = render("a[^Chú]\n\n[^Chú]: b", wording=Wording(back_to_text="Trở lại ({})"))

    assert '<sup id="fnref-chu"><a class="footnote-ref" href="#fn-chu">1</a></sup>' in rendered.html
    assert '<li id="fn-chu">' in rendered.html
    assert 'href="#fnref-chu" title="Trở lại (1)"' in rendered.html
    assert rendered.links == ()
    assert rendered.anchors == ()


def test_a_footnote_without_text_is_an_error() -> None:
    assert problems("a[^1] b[^2]\n\n[^2]: x") == [("missing-footnote", 10, 2)]


def test_notes_are_titled_in_the_language_of_the_page() -> None:
    wording = Wording(notes=(("note", "Lưu ý"),))

    assert '<p class="admonition-title">Lưu ý</p>' in render("!!! note\n    a", wording=wording).html
    assert '<p class="admonition-title">Mẹo</p>' in render('!!! note "Mẹo"\n    a', wording=wording).html
    assert "admonition-title" not in render('!!! note ""\n    a', wording=wording).html
    assert render("!!! other\n    a", wording=wording).html == '<div class="admonition">\n<p>a</p>\n</div>'


def test_tables_say_which_way_their_headers_point_and_how_they_align() -> None:
    html = render("| A | B |\n|---|--:|\n| 1 | 2 |").html

    assert '<th scope="col">A</th>' in html
    assert '<th class="align-right" scope="col">B</th>' in html
    assert '<td class="align-right">2</td>' in html
    assert "style" not in html
    assert '<th scope="row">a</th>' in render('<table><tr><th scope="row">a</th><td align="x">b</td></tr></table>').html


def test_a_table_pasted_from_word_keeps_its_cells_only() -> None:
    pasted = (
        '<table class="MsoNormalTable" style="width:100%" border="1">\n<!--[if gte mso 9]><xml>x</xml><![endif]-->\n'
        '<tr style="mso-yfti-irow:0"><td width=100 valign=top><p class=MsoNormal><span style="font-size:12pt">'
        "Giá<o:p></o:p></span></p></td></tr>\n</table>"
    )
    html = render(pasted).html

    assert "Giá" in html
    assert "<td><p><span>Giá</span></p></td>" in html
    assert not any(trace in html.lower() for trace in ("mso", "style", "width", "o:p", "<!--", "xml"))


def test_code_is_left_as_it_is() -> None:
    html = render('`"a" -- b`\n\n```\n"a"...  <b>\n```\n\n    "c"').html

    assert '<code>"a" -- b</code>' in html
    assert '"a"...  &lt;b&gt;' in html
    assert '"c"' in html


def test_marks_are_right_across_mark_up() -> None:
    assert render("\"**Trà**\" -- 'cà phê'...").html == "<p>“<strong>Trà</strong>” – ‘cà phê’…</p>"
    assert render('"Thé"', "fr").text == "«\u00a0Thé\u00a0»".replace("\u00a0", " ")


def test_definitions_lists_and_quotations_work() -> None:
    html = render("Trà\n: Tea\n\n> a\n\n1. b\n2. c\n\n<details><summary>S</summary>x</details>").html
    for piece in ("<dt>Trà</dt>", "<dd>Tea</dd>", "<blockquote>", "<ol>", "<details><summary>S</summary>x</details>"):
        assert piece in html


# Safety


def test_comments_vanish_with_the_links_in_them() -> None:
    rendered = render("a <!-- nháp: [x](content:/a) --> b\n\n<!--\nnháp\n\n[y](javascript:x)\n-->\n\nc")

    assert rendered.html == "<p>a  b</p>\n\n\n<p>c</p>"
    assert rendered.links == ()
    assert rendered.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=a.jpg alt=x onerror=alert(1)>",
        '<p onclick="alert(1)">x</p>',
        "x\n{: onclick=alert(1) style=color:red }",
        "[x](a){: onmouseover=alert(1) }",
        "<svg onload=alert(1)></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<object data='javascript:alert(1)'></object>",
        "<form action='javascript:alert(1)'><input></form>",
        "<style>@import 'x'</style>",
        "<p style='background:url(javascript:alert(1))'>x</p>",
        "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<link rel=stylesheet href='https://evil.example'>",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<a href='&#x6A;avascript:alert(1)'>x</a>",
        '![x](a.jpg "onerror=alert(1) \\"><script>alert(1)</script>")',
        "[x](a '\"onclick=\"alert(1)')",
        "<<script>script>alert(1)<</script>/script>",
        "<x-card ref='\"><script>alert(1)</script>'></x-card>",
        "<p id='\"><script>alert(1)</script>'>x</p>",
        '## x {#"onclick=alert(1)}',
        "`<script>alert(1)</script>`",
    ],
)
def test_nothing_that_runs_survives(text: str) -> None:
    tree = html5lib.parse(render(text).html, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        assert str(element.tag) not in {
            "script",
            "style",
            "iframe",
            "object",
            "svg",
            "math",
            "base",
            "link",
            "form",
            "input",
        }
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        assert not any("javascript:" in value for name, value in element.attrib.items() if name in {"href", "src"})


def test_classes_come_from_the_parser_only() -> None:
    html = render(
        '<p class="site-header x">a</p>\n\n<div class="admonition warning fake">b</div>\n\nc\n{: .hero }'
    ).html

    assert '<div class="admonition warning">' in html
    assert html.count("class=") == 1


@pytest.mark.parametrize(
    ("text", "tag", "column"),
    [("a <script>x</script>", "script", 3), ("<IFRAME src=x></IFRAME>", "iframe", 1), ("<video>", "video", 1)],
)
def test_what_an_author_would_miss_is_a_warning(text: str, tag: str, column: int) -> None:
    (found,) = render(text).problems
    assert (found.code, found.severity, found.fields["tag"], found.place) == (
        "markup-removed",
        "warning",
        tag,
        at(10, column),
    )


def test_mark_up_shown_as_code_is_no_warning() -> None:
    assert problems("`<script>` ``<script> ` `` `a\n\n<!-- <script> -->") == []


def test_a_tick_behind_a_backslash_hides_nothing() -> None:
    assert render("\\` [x](content:/a) \\`").links == (Link("content:/a", at(10, 8)),)
    assert render("` [x](content:/a)\n\n`").links == (Link("content:/a", at(10, 7)),)
    assert render("`` [x](content:/a) <!-- [y](content:/b)").links[0].place == at(10, 8)


def test_languages_of_passages_are_kept() -> None:
    assert render('a <span lang="en" dir="ltr">b</span>').html == '<p>a <span lang="en" dir="ltr">b</span></p>'


# Words


def test_the_plain_text_has_a_line_for_each_block() -> None:
    rendered = render('## A\n\nb **c**[^1]<br>d\n\n- "e"\n- f\n\n[^1]: g')

    assert rendered.text == "A\nb c\nd\n“e”\nf\ng"
    assert rendered.words == 7


def test_an_empty_body_is_an_empty_page() -> None:
    assert render("\n\n") == Rendered()


def test_an_author_sees_problems_in_the_order_of_the_file() -> None:
    assert problems("[x](javascript:a)\n\n![](b.jpg)\n\n[[c]]\n\n## 日本") == [
        ("unsafe-address", 10, 5),
        ("missing-alt", 12, 5),
        ("unknown-card", 14, 1),
        ("empty-anchor", 16, 4),
    ]


def test_rendering_twice_gives_the_same() -> None:
    text = "a[^1] ![b](c.png) <d@e.vn>\n\n## F\n\n[^1]: g"
    assert render(text) == render(text)


def test_the_parser_leaves_no_names_of_its_own_behind() -> None:
    broken = "<!x<h1><![CDATA[<!x]<pre>]]-->```\n-->    :*\"<![CDATA[(*]('] </b>*["
    html = render(broken).html
    assert "\x02" not in html
    assert "wzxhzdk" not in html


PIECES = (
    *"ab \n#*_`[]()<>!|:-\"'\\&^{}=",
    *("\n\n", "    ", "[a](b)", "![", "](", "<b>", "</b>", "<!--", "-->", "[^1]", "[^1]: x", "[[product:a]]", "```\n"),
    *(
        "<![CDATA[",
        "<?",
        "<!x",
        "&#106;",
        "javascript:",
        "<a href=",
        "!!! note\n",
        "| a |\n|--|\n",
        "{#x}",
        "1. ",
        "> ",
    ),
    *(
        "<p id='x'>",
        "đ",
        "日",
        "<x-card ref='product:a'>",
        "<h1>",
        "<pre>",
        "<table>",
        "<td align=left>",
        "https://a.vn",
    ),
)
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_any_text_gives_sound_html_and_problems_inside_the_file(text: str) -> None:
    rendered = render(text, reserved_ids=frozenset({"x"}))

    for found in rendered.problems:
        assert found.place.line == 0 or 10 <= found.place.line <= 10 + text.count("\n")
    assert len(set(rendered.anchors)) == len(rendered.anchors)
    assert "x" not in rendered.anchors
    assert not any(trace in rendered.html.lower() for trace in ("<script", "<!--", 'href="javascript', "\x02", "\x03"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"https://[a-z]{1,8}\.vn/[a-z0-9]{0,5}", fullmatch=True), min_size=1, max_size=6))
def test_every_link_is_found_on_its_own_line(addresses: list[str]) -> None:
    text = "\n\n".join(f"Xem [{index}]({address})" for index, address in enumerate(addresses))
    expected = tuple(Link(address, at(10 + 2 * index, 9)) for index, address in enumerate(addresses))

    assert render(text).links == expected


def test_an_id_of_the_text_cannot_be_one_of_the_themes() -> None:
    rendered = render("[x](#tb-trust)\n\n## TB trust\n\n## Other {#tb-main}\n")

    assert rendered.anchors == ("muc-tb-trust", "muc-tb-main")
    assert 'href="#muc-tb-trust"' in rendered.html

"""The project's own templates over small libraries: what visitors read, and what every page keeps to."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from showcase.codes import ERROR
from showcase.pages.plan import plan
from showcase.reading.discover import files_below
from showcase.reading.parse import Document
from showcase.rendering.templates import render_page
from showcase.rendering.theme import Theme, assets, template_sources
from tests.makers import document, enterprise, field, library, product

ROOT = Path(__file__).parents[2]
SOURCE = {"id": "bao", "name": "Báo", "kind": "news", "url": "https://bao.example/1"}
CITED = {"sources": ["bao"], "trust": "verified"}
SUBJECT = "vi/san-pham/amis/index.html"


@cache
def project_files() -> tuple[Any, ...]:
    return files_below(ROOT, "templates")


def rendered(*documents: Document, **options: Any) -> dict[str, str]:
    """Every HTML page of a library of these documents, by its path."""
    made = library(*documents, **options)
    assert [each for each in made.problems if each.severity == ERROR] == []
    styles = assets(project_files())
    planned = plan(made, styles.paths)
    digests = {locale: f"{locale} {id(made)}" for locale in planned.frames}
    theme = Theme(template_sources(project_files())[0], planned.frames, made.catalogs, digests)
    return {job.output: render_page(job, theme) for job in planned.jobs if job.template}


def product_page(**fields: Any) -> str:
    """The Vietnamese page of a product with these fields."""
    return rendered(field(), enterprise(), product(**({"sources": [SOURCE]} | fields)))[SUBJECT]


def everything() -> tuple[Document, ...]:
    """An entry of each kind that is rich in fields."""
    text = {"id": "mot", "text": "Một."}
    return (
        field(),
        enterprise(
            sources=[SOURCE], founded="1994", evidence={"founded": CITED}, capabilities=[text | CITED], markets=["VN"]
        ),
        product(
            sources=[SOURCE, SOURCE | {"id": "kin", "publish_link": "false", "url": "https://mirror.example/"}],
            tagline="Làm việc",
            launched="2020-12",
            evidence={"launched": CITED | {"note": "Cuối năm."}},
            status="active",
            status_as_of="2025-12",
            website="https://amis.example/",
            platforms=["web", "ios"],
            domestic_share="60",
            capabilities=[text | CITED],
            claims=[text | CITED | {"kind": "figure", "as_of": "2021-07"}],
            awards=[{"id": "a", "award": "giai", "year": "2020", "rank": "gold", "valid_until": "2022"} | CITED],
            certificates=[{"id": "iso", "name": "ISO 1", "body": "BSI", "number": "7", "valid_until": "2021"} | CITED],
            price={"amount": "1250000", "highest": "2400000", "currency": "VND", "period": "month"} | CITED,
            channels=[{"id": "web", "kind": "website", "url": "https://amis.example/", "trial": "true"}],
            availability=[{"id": "jp", "territory": "JP", "state": "not-sold"} | CITED],
            specifications=[{"id": "pin", "label": "Pin", "value": "5000", "unit": "mAh"}],
            ip_records=[{"id": "nh", "kind": "trade-mark", "territory": "VN", "state": "granted"} | CITED],
            genuine=[text],
            support="Qua điện thoại.",
            warranty="Một năm",
            video="https://video.example/1",
            documents=[{"id": "to", "title": "Tờ giới thiệu", "url": "https://amis.example/a.pdf"}],
            contact={"name": "Phòng bán hàng", "telephone": "1800 6838", "email": "a@amis.example"},
            body="## Giới thiệu\n\n[[product:khac]]\n\nXem [MISA](content:/enterprises/misa).",
        ),
        product("khac", title="Khác", built_on=["amis"], works_with=["amis"], related=["products/amis"]),
        document("organisations/bo", form="ministry", valid_until="2025-02-28", merged_into="moi"),
        document("organisations/moi", form="ministry"),
        document("policies/chi-thi", form="directive", issuer="bo", issued="2021-10-26", number="28/CT-TTg"),
        document("policies/moi-hon", form="directive", replaces=["chi-thi"]),
        document(
            "campaigns/hang-viet",
            form="campaign",
            launched="2009",
            sources=[SOURCE],
            period={"start": "2009", "end": "2030"},
            parties=[{"who": "organisations/bo", "role": "lead"}],
            legal_basis=["chi-thi"],
            pillars=[text],
            timeline=[text | {"date": "2009-07-31"} | CITED],
            indicators=[
                {"id": "a", "name": "Tỷ lệ", "value": "80", "highest": "90", "target": "85", "unit": "percent"} | CITED,
                {"id": "b", "name": "Số", "value": "1500", "target": "2000", "unit_name": "doanh nghiệp"} | CITED,
            ],
            products=["amis"],
            enterprises=["misa"],
            pilots=[{"id": "p", "product": "amis", "host": "organisations/bo", "result": "Tốt.", "decision": "Dùng."}],
        ),
        document("awards/giai", bodies=["bo"], validity_years="2", sources=[SOURCE], editions=[edition(text)]),
        document("events/le", start="2026-12-01", start_time="09:00", status="moved", award="giai", outcome="Xong."),
        document("updates/tin", date="2026-11-01", about=["products/amis"]),
        document("needs/can", field="y-te", trial_wanted="true", deadline="2027-03-31"),
        document("markets/nhat", territory="JP", partners=["organisations/bo"], advice=[text]),
        document(
            "selections/chon",
            rule="free",
            rule_text="Tự do.",
            illustrative="true",
            chosen=[{"field": "y-te", "product": "amis"}],
        ),
        document(
            "pages/dau", front={"campaign": "hang-viet", "selection": "chon", "doors": ["huong-dan"]}, lead="Chào."
        ),
        document("pages/huong-dan", reader="consumers", lead="Sáu bước.", steps=[text]),
    )


def edition(text: dict[str, str]) -> dict[str, Any]:
    figures = [text | CITED | {"value": "1182"}]
    return {"id": "e", "year": "2020", "categories": [text], "figures": figures, "event": "le", "rules": "Số 1"} | CITED


@cache
def all_pages() -> dict[str, str]:
    return rendered(*everything())


def elements(html: str) -> list[Element]:
    """The elements of a valid page."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return list(tree.iter())


def test_every_page_keeps_to_the_rules() -> None:
    faults = {output: broken for output, html in all_pages().items() if (broken := broken_rules(elements(html)))}

    assert faults == {}


def broken_rules(found: list[Element]) -> list[str]:
    """What a page does that none may."""
    ids = Counter(each.get("id") for each in found if each.get("id"))
    levels = [int(str(each.tag)[1]) for each in found if re.fullmatch("h[1-6]", str(each.tag))]
    fragments = {each.get("href", "")[1:] for each in found if each.get("href", "").startswith("#")}
    rules = {
        "an id stands twice": max(ids.values(), default=1) > 1,
        "not one h1, first": levels[:1] != [1] or levels.count(1) != 1,
        "a heading skips a level": any(deeper - level > 1 for level, deeper in pairwise(levels)),
        "a link leads nowhere on the page": not fragments <= set(ids),
        "style or script in an attribute": any(
            n == "style" or n.startswith("on") for each in found for n in each.attrib
        ),
        "a script in the page": any(
            each.tag == "script" and not each.get("src") and "json" not in each.get("type", "") for each in found
        ),
        "no language": next(each for each in found if each.tag == "html").get("lang") not in ("vi", "en"),
    }
    return [rule for rule, is_broken in rules.items() if is_broken]


def test_every_kind_has_its_page() -> None:
    folders = {output.split("/")[1] for output in all_pages() if output.startswith("vi/") and output.count("/") == 3}

    assert folders == {
        *("san-pham", "doanh-nghiep", "linh-vuc", "chuong-trinh", "tuyen-chon", "giai-thuong", "su-kien", "tin-tuc"),
        *("van-ban", "co-quan-to-chuc", "nhu-cau", "thi-truong"),
    }


def test_fields_that_are_not_known_show_nothing() -> None:
    page = product_page(sources=[])

    for part in (
        "tb-capabilities",
        "tb-evidence",
        "tb-buy",
        "tb-abroad",
        "tb-specifications",
        "tb-sources",
        "tb-trust",
    ):
        assert part not in page
    assert "None" not in page


def test_a_claim_shows_its_trust_its_date_and_its_source() -> None:
    page = product_page(
        claims=[
            {
                "id": "a",
                "kind": "figure",
                "text": "84 bệnh viện.",
                "trust": "declared",
                "sources": ["bao"],
                "as_of": "2021-07",
            }
        ]
    )

    assert '<span class="mark mark-declared"></span>Declared by the maker, as of <time datetime="2021-07">' in page
    assert 'href="#tb-source-1"' in page
    assert '<li id="tb-source-1">' in page


def test_a_source_that_may_not_be_linked_is_named_only() -> None:
    page = all_pages()[SUBJECT]

    assert "mirror.example" not in page
    assert '<li id="tb-source-2">\n<span>Báo</span>' in page


def test_an_award_that_lapsed_keeps_its_day() -> None:
    assert 'Valid until <time datetime="2022">2022</time>' in all_pages()[SUBJECT]


def test_not_sold_abroad_is_said_plainly() -> None:
    assert re.search(r"<dt>Nhật Bản</dt>\s*<dd>Not available", all_pages()[SUBJECT])


def test_texts_are_escaped() -> None:
    page = product_page(slug="amis", title="<script>alert(1)</script>", tagline="a & b")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "a &amp; b" in page


def test_a_page_without_translation_says_so_in_the_language_of_its_text() -> None:
    page = rendered(field(), enterprise(), product(body="Xin chào."))["en/products/amis/index.html"]

    assert "Not yet translated. Language of the text: Vietnamese." in page
    assert '<h1 lang="vi">AMIS</h1>' in page
    assert '<div class="prose" lang="vi">' in page


def test_the_language_switch_is_the_third_stop_of_the_keyboard() -> None:
    links = [each for each in elements(all_pages()[SUBJECT]) if each.tag in ("a", "button", "input")]

    assert [link.get("href") for link in links[:3]] == ["#tb-main", "/vi/", "/en/products/amis/"]
    assert (links[2].get("hreflang"), links[2].get("lang"), links[2].text) == ("en", "en", "English")


def test_only_vietnamese_pages_ask_for_vietnamese_letters_first() -> None:
    def fonts(output: str) -> int:
        return all_pages()[output].count('rel="preload"')

    assert (fonts(SUBJECT), fonts("en/products/amis/index.html")) == (4, 2)


def test_the_cover_of_a_work_is_its_own() -> None:
    covers = re.findall(r'transform="(translate[^"]+)"', all_pages()["vi/san-pham/index.html"])

    assert len(covers) == len(set(covers)) == 4  # behind and before, of two works
    assert 'fill="oklch(45% 0.09 28)"' in all_pages()["vi/san-pham/index.html"]


def test_old_addresses_lead_on() -> None:
    page = rendered(field(), enterprise(), product(aliases=["cu"]))["vi/san-pham/cu/index.html"]

    assert '<meta http-equiv="refresh" content="0; url=/vi/san-pham/amis/">' in page
    assert '<link rel="canonical" href="https://showcase.test/vi/san-pham/amis/">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_root_offers_every_language_in_its_own_words() -> None:
    page = all_pages()["index.html"]

    assert re.search(r'<li lang="vi">\s*<a href="/vi/" hreflang="vi" data-language="vi">', page)
    assert re.search(r'<li lang="en">\s*<a href="/en/" hreflang="en" data-language="en">', page)


def test_a_need_gives_the_reasons_for_its_matches() -> None:
    assert "Same field" in all_pages()["vi/nhu-cau/can/index.html"]


def test_a_merged_body_names_its_heir_and_the_day() -> None:
    page = all_pages()["vi/co-quan-to-chuc/bo/index.html"]

    assert 'Existed until <time datetime="2025-02-28">' in page
    assert 'then merged into <a href="/vi/co-quan-to-chuc/moi/">' in page

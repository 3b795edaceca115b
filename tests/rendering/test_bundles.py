"""Style sheets and scripts are made small, and one takes in what it imports."""

from showcase.rendering.bundles import bundled


def test_a_style_sheet_takes_in_what_it_imports() -> None:
    files = {
        "style.css": b'/* first */\n@import "parts/type.css";\nb { c: d; }\n',
        "parts/type.css": b'@import "base.css";\np { q: r }\n',
        "parts/base.css": b"html { x: y }",
    }

    assert bundled(files) == {"style.css": b"html{x:y}p{q:r}b{c:d}"}


def test_what_is_imported_into_a_layer_stands_in_it_and_keeps_its_meaning() -> None:
    files = {
        "style.css": b'@layer base, print;\n@import "base.css" layer(base);\n@import "print.css" layer(print);\n',
        "base.css": b"main :is(a, b) { c: d }",
        "print.css": b"@media print {\n  main :is(a) { e: f }\n}",
    }

    assert bundled(files) == {
        "style.css": b"@layer base,print;@layer base{main :is(a,b){c:d}}@layer print{@media print{main :is(a){e:f}}}"
    }


def test_a_script_takes_in_what_it_imports_for_its_effect_alone() -> None:
    files = {
        "site.js": b'import "./one.js";\nimport two from "./two.js";\ntwo(); // call\n',
        "one.js": b"(() => {\n  first();\n})();\n",
        "two.js": b"export default () => 2;\n",
    }
    made = bundled(files)

    assert made["site.js"] == b'(()=>{first();})();\nimport two from"./two.js";two();'
    assert sorted(made) == ["site.js", "two.js"]


def test_files_that_import_each_other_or_what_is_not_there_are_left_as_they_stand() -> None:
    made = bundled({"style.css": b'@import "style.css";\n@import "missing.css";\na { b: c }'})

    assert made == {"style.css": b'@import "style.css";@import "missing.css";a{b:c}'}


def test_what_counts_inside_a_style_sheet_is_kept() -> None:
    style = b'a { content: " / " / ""; inset: calc(1px + 2%); } @media (width >= 48rem) and (hover) { b :is(.c) {d:e}}'
    small = b'a{content:" / " / "";inset:calc(1px + 2%)}@media (width>=48rem) and (hover){b :is(.c){d:e}}'

    assert bundled({"style.css": style})["style.css"] == small


def test_other_files_and_those_already_small_stay_as_they_are() -> None:
    files = {"icon.svg": b"<svg  />", "engine.min.js": b"a ( ) ;  // as it came"}

    assert bundled(files) == files


def test_letters_beyond_ascii_come_out_as_they_went_in() -> None:
    files = {"a.css": 'a { content: "Ộ à" }'.encode(), "a.js": 'say( "Ặ\u00a0…" );'.encode()}

    assert bundled(files) == {"a.css": 'a{content:"Ộ à"}'.encode(), "a.js": 'say("Ặ\u00a0…");'.encode()}

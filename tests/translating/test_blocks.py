"""A body falls into blocks without losing a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.translating.blocks import blocks, text_of

BODY = """
First
paragraph.
## Heading {#id}
Directly below.

- one

    still one

- two

1. first

| a | b |
|---|--:|
| 1 | 2 |

a | b
--|--
1 | 2

!!! note "Title"
    Inside.

    Inside too.

Term
: What it is.

> said

[[product:misa-amis]]

***

[^1]: A note.

    Its second paragraph.

```

# no heading
```
<details>
Last.
</details>

~~~
never closed
"""
PIECES = st.sampled_from(
    [
        "",
        " ",
        "text",
        "## h",
        "- item",
        "    deep",
        "\tdeep",
        "```",
        "~~~",
        "| a |",
        "|---|",
        "[^1]: n",
        "!!! tip",
        "> q",
    ]
)


def test_every_sort_of_block_is_told_by_its_kind() -> None:
    assert [(each.kind, text_of(BODY.splitlines(), each).split("\n")[0]) for each in blocks(BODY.splitlines())] == [
        ("paragraph", "First"),
        ("##", "## Heading {#id}"),
        ("paragraph", "Directly below."),
        ("list", "- one"),
        ("list", "- two"),
        ("list", "1. first"),
        ("table", "| a | b |"),
        ("table", "a | b"),
        ("note", '!!! note "Title"'),
        ("definitions", "Term"),
        ("quotation", "> said"),
        ("card", "[[product:misa-amis]]"),
        ("rule", "***"),
        ("footnote", "[^1]: A note."),
        ("code", "```"),
        ("html", "<details>"),
        ("paragraph", "~~~"),
    ]


@pytest.mark.parametrize("body", [["    code", "", "    code"], ["```", "", "```"], ["\tcode"]])
def test_code_is_one_block(body: list[str]) -> None:
    (block,) = blocks(body)

    assert (block.kind, block.start, block.end) == ("code", 0, len(body))


@settings(deadline=None)
@given(st.lists(PIECES))
def test_blocks_hold_every_word_once_and_in_order(body: list[str]) -> None:
    found, after = blocks(body), 0
    for block in found:
        assert after <= block.start < block.end
        assert not any(line.strip() for line in body[after : block.start])
        assert body[block.start].strip()
        assert body[block.end - 1].strip()
        after = block.end
    assert not any(line.strip() for line in body[after:])

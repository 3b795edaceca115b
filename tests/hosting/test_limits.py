"""What hosts take, and what they are told before they refuse."""

import pytest

from showcase.codes import HOST_FILE, HOST_FILES, HOST_RULES, HOST_SIZE, Code
from showcase.hosting.limits import HOSTS, MIB, excesses

EMPTY: dict[str, str] = {}


@pytest.mark.parametrize(
    ("host", "sizes", "wanted"),
    [
        ("github-pages", {"a": 100 * MIB}, []),
        ("github-pages", {"a": 100 * MIB + 1}, [(HOST_FILE, "a")]),
        ("github-pages", {f"{number}": 64 * MIB for number in range(17)}, [(HOST_SIZE, "")]),
        ("cloudflare-pages", {"a": 25 * MIB + 1, "b": 25 * MIB}, [(HOST_FILE, "a")]),
        ("cloudflare-pages", {f"{number}": 1 for number in range(20_000)}, []),
        ("cloudflare-pages", {f"{number}": 1 for number in range(20_001)}, [(HOST_FILES, "")]),
        ("cloudflare-pages-paid", {f"{number}": 1 for number in range(100_001)}, [(HOST_FILES, "")]),
    ],
)
def test_files_beyond_what_a_host_takes_are_told(
    host: str, sizes: dict[str, int], wanted: list[tuple[Code, str]]
) -> None:
    assert [(each.code, each.path) for each in excesses(HOSTS[host], sizes, EMPTY)] == wanted


@pytest.mark.parametrize(
    ("path", "line", "most"),
    [
        ("_redirects", "/a{} /b 301\n", 2000),
        ("_redirects", "/a{}/* /b 301\n", 100),
        ("_headers", "/a{}\n  X-A: 1\n", 100),
    ],
)
def test_rules_beyond_what_a_host_reads_are_told(path: str, line: str, most: int) -> None:
    texts = {count: {path: "".join(line.format(number) for number in range(count))} for count in (most, most + 1)}
    (excess,) = excesses(HOSTS["cloudflare-pages"], {}, texts[most + 1])

    assert list(excesses(HOSTS["cloudflare-pages"], {}, texts[most])) == []
    assert (excess.code, excess.fields("A host")) == (
        HOST_RULES,
        {"host": "A host", "found": str(most + 1), "most": str(most), "path": path},
    )
    assert list(excesses(HOSTS["github-pages"], {}, texts[most + 1])) == []


def test_sizes_are_told_in_mebibytes() -> None:
    (excess,) = excesses(HOSTS["cloudflare-pages"], {"a": 26 * MIB}, EMPTY)

    assert (excess.found, excess.most) == ("26.0", "25")

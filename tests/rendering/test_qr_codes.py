"""The codes of printed sheets."""

from showcase.rendering.qr_codes import path_of, qr_code


def test_runs_of_dark_modules_become_rectangles() -> None:
    assert path_of(3, bytes([0, 1, 1, 0, 1])) == "M1 3h2v1h-2zM4 3h1v1h-1z"
    assert path_of(0, bytes(4)) == ""


def test_a_code_has_a_quiet_zone_and_is_always_the_same() -> None:
    one, other = qr_code("https://showcase.test/vi/"), qr_code("https://showcase.test/vi/")

    assert one == other
    assert one.side == 25 + 2 * 4
    assert one.path.startswith("M4 4h7v1h-7z")

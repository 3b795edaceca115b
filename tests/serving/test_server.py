"""Where the server listens."""

import pytest

from showcase.serving import server
from showcase.serving.server import NoPortError, first_of, listening


def test_it_listens_on_this_machine_alone_and_takes_the_next_port_where_one_is_taken() -> None:
    with listening(8400) as first, listening(first.getsockname()[1]) as second:
        (host, port), (other_host, other_port) = first.getsockname(), second.getsockname()

    assert host == other_host == "127.0.0.1"
    assert other_port > port


def test_without_a_free_port_it_says_which_were_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "TRIES", 1)
    with listening(8420) as door:
        port = door.getsockname()[1]
        with pytest.raises(NoPortError) as caught:
            listening(port)

    assert caught.value.args == (port, port)


def test_what_stops_one_helper_is_told_like_what_stops_any_command() -> None:
    gone = BrokenPipeError("the reader has gone")
    assert first_of(ExceptionGroup("server", [ExceptionGroup("watch", [gone]), ValueError()])) is gone

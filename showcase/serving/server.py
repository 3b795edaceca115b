"""A workshop and a hall become a running server, until it is told to stop."""

import asyncio
import errno
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import FrameType

import uvicorn

from showcase.codes import _
from showcase.serving.app import Live, Room, application
from showcase.serving.edition import Edition, Hall
from showcase.serving.keeper import Keeper
from showcase.serving.watching import Changed, program_changed, stamps, watch
from showcase.serving.workshop import Result, Workshop

ADDRESS = "127.0.0.1"
TRIES = 20
MINUTE = 60
AGED = _("The program itself has changed: end it with Ctrl-C and start it again, so that its changes count.")


class NoPortError(Exception):
    """Every port that was tried is taken."""


def listening(port: int) -> socket.socket:
    """A socket of this machine alone, on the port or on the next free one."""
    for candidate in range(port, min(port + TRIES, 65536)):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((ADDRESS, candidate))
            made.listen()
        except OSError as error:
            made.close()
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            return made
    raise NoPortError(port, port + TRIES - 1)


@dataclass(frozen=True, slots=True)
class Setting:
    """How to serve: the project, what keeps its pages new in the browser, and rooms beside the site.

    `ready` is called once the server answers, `tell` after each edition. `known` are the stamps of the sources from
    before the first edition was made. `say` tells the editor a message of ours.
    """

    root: Path
    live: Live
    rooms: Sequence[Room]
    ready: Callable[[], None]
    tell: Callable[[Result, Changed], None]
    known: Mapping[str, tuple[int, int]]
    say: Callable[[str], None]


class Server(uvicorn.Server):
    """A server that says when it answers, and lets its streams end when it is told to stop, for it waits for them."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], stop: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready
        self.stop = stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to answer; from here on a signal is a wish to stop."""
        await super().startup(sockets)
        self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, because a signal asks for it."""
        self.stop()
        super().handle_exit(sig, frame)


def serve(workshop: Workshop, first: Edition, door: socket.socket, setting: Setting) -> None:
    """Serve the first edition and those that follow, until a signal asks for the end."""
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(_serve(workshop, first, door, setting))
    except BaseExceptionGroup as group:
        raise first_of(group) from group


def first_of(error: BaseException) -> BaseException:
    """What stopped the first of the helpers that stopped, as it would be raised by a helper alone."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


async def _serve(workshop: Workshop, first: Edition, door: socket.socket, setting: Setting) -> None:
    loop, hall = asyncio.get_running_loop(), Hall(first)
    keeper = Keeper(workshop, hall, setting.tell)

    def stop() -> None:
        keeper.stop()
        loop.call_soon_threadsafe(hall.close)

    config = uvicorn.Config(
        application(hall, setting.live, setting.rooms),
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    queue: asyncio.Queue[Changed] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        helpers = [
            group.create_task(watch(setting.root, queue, cache(setting.say))),
            group.create_task(keeper.follow(queue)),
            group.create_task(keeper.follow_days(partial(asyncio.sleep, MINUTE))),
            group.create_task(keeper.catch_up()),
            group.create_task(_since(setting, keeper)),
            group.create_task(_aged(setting)),
        ]
        await Server(config, setting.ready, stop).serve([door])
        for helper in helpers:
            helper.cancel()


async def _since(setting: Setting, keeper: Keeper) -> None:
    """Have everything made anew if something changed before the watching began."""
    if await asyncio.to_thread(stamps, setting.root) != setting.known:
        keeper.expect_all()


async def _aged(setting: Setting) -> None:
    """Say, once, that the program has changed since it was started."""
    await program_changed()
    setting.say(AGED)

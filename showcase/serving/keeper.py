"""Changes in the sources become editions: at once what can be proofed, then the whole."""

import asyncio
from collections.abc import Awaitable, Callable

from showcase.serving.edition import Hall
from showcase.serving.watching import Changed
from showcase.serving.workshop import Result, Workshop

# The browser fetches a proof in peace before the whole site takes the processor (seconds).
PAUSE = 0.3


class SupersededError(Exception):
    """Ends work on a state of the sources that is no longer the present one."""


class Keeper:
    """Keeps the hall's edition as the sources are, until it is told to stop."""

    def __init__(self, workshop: Workshop, hall: Hall, tell: Callable[[Result, Changed], None]) -> None:
        self.workshop = workshop
        self.hall = hall
        self.tell = tell
        self.stopped = False
        self._behind = asyncio.Event()
        self._changed: Changed = frozenset()
        self._proofing = asyncio.Lock()

    def stop(self) -> None:
        """End what is being made, for nobody waits for it any more."""
        self.stopped = True

    def expect_all(self) -> None:
        """Make the whole site anew, as after a change of which nobody knows where it was."""
        self._behind.set()

    async def follow_days(self, minute: Callable[[], Awaitable[None]]) -> None:
        """Have everything made anew when another day has come, as the clock says after each minute.

        A machine that sleeps would be late for an appointment at midnight.
        """
        day = self.workshop.request().today
        while True:
            await minute()
            if (now := self.workshop.request().today) != day:
                day = now
                self.expect_all()

    async def follow(self, queue: asyncio.Queue[Changed]) -> None:
        """Show proofs of what the queue says has changed."""
        while True:
            changed = await queue.get()
            while not queue.empty():
                changed |= queue.get_nowait()
            async with self._proofing:
                self._changed |= changed
                self._behind.set()
                seen = frozenset(self.hall.seen)
                proofed = await asyncio.to_thread(self.workshop.proofed, self.hall.edition, changed, seen)
                self.hall.show(proofed or self.hall.edition)

    async def catch_up(self) -> None:
        """Show whole editions whenever the present one is behind the sources."""
        await asyncio.to_thread(self.workshop.warm, self.hall.edition)
        while not self.stopped:
            await self._behind.wait()
            await asyncio.sleep(PAUSE)
            async with self._proofing:
                self._behind.clear()
            await self._make_all()

    async def _make_all(self) -> None:
        try:
            result = await asyncio.to_thread(self.workshop.whole, self.hall.edition, self._progress)
        except SupersededError:
            return
        except FileNotFoundError:
            self._behind.set()  # a file went while it was to be read: what is there now is made next
            return
        if result.is_disturbed:
            self._behind.set()
        if not self._behind.is_set():
            self.hall.show(result.edition)
            self.tell(result, self._changed)
            self._changed = frozenset()

    def _progress(self, stage: str, done: int, total: int) -> None:  # noqa: ARG002 - what progress is told
        if self.stopped or self._behind.is_set():
            raise SupersededError

"""What pages are made with is remembered between builds, by whoever plans them or makes one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Memo(Protocol):
    """Remembers values by key."""

    def __call__(self, key: str, make: Callable[[], Any], /) -> Any:
        """The value of that key, made where it is not remembered."""

    def keep(self, key: str) -> bool:
        """Whether there is such a value, which then is kept for the next build, though only workers may read it now."""


@dataclass(frozen=True, slots=True)
class Forgetful:
    """Remembers nothing."""

    def __call__(self, _key: str, make: Callable[[], Any], /) -> Any:
        """The value, made anew each time."""
        return make()

    def keep(self, key: str) -> bool:  # noqa: ARG002
        """Never."""
        return False


forgetful = Forgetful()

"""Values are remembered by the digest of what they were made from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Store(Protocol):
    """Remembers values by key."""

    def get(self, key: str) -> Any:
        """The value, or `None` where nothing is remembered."""

    def put(self, key: str, value: Any) -> bool | None:
        """Remember a value; whether other processes that have this store will find it too."""

    def keep(self, key: str) -> bool:
        """Whether a value is remembered, which is then kept for the next build though nobody reads it now."""

    def refresh(self) -> None:
        """Take in what other processes have remembered since."""

    def send(self) -> None:
        """See to it that others find what was put: called after each batch."""


@dataclass(frozen=True, slots=True)
class Memo:
    """Values that are made when they are first asked for; one engine does not take what another remembers."""

    store: Store
    engine: str

    def __call__(self, key: str, make: Callable[[], Any]) -> Any:
        """The value of that key."""
        name = self._name(key)
        known = self.store.get(name)
        if known is None:
            known = make()
            self.store.put(name, known)
        return known

    def keep(self, key: str) -> bool:
        """Whether a value is remembered, which is then kept for the next build though nobody reads it here."""
        return self.store.keep(self._name(key))

    def _name(self, key: str) -> str:
        return f"{self.engine} {key}"


class NoStore:
    """Remembers nothing."""

    def get(self, key: str) -> Any:  # noqa: ARG002 - what a store is asked
        """Always `None`."""
        return None

    def put(self, key: str, value: Any) -> bool:  # noqa: ARG002
        """Forget the value."""
        return False

    def keep(self, key: str) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def refresh(self) -> None:
        """Nothing to take in."""

    def send(self) -> None:
        """Nothing to send."""

    def close(self) -> None:
        """Nothing to let go of."""

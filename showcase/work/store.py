"""Values are remembered by the digest of what they were made from."""

from typing import Any, Protocol


class Store(Protocol):
    """Remembers values by key."""

    def get(self, key: str) -> Any:
        """The value, or `None` where nothing is remembered."""

    def put(self, key: str, value: Any) -> bool | None:
        """Remember a value; whether other processes that have this store will find it too."""


class NoStore:
    """Remembers nothing."""

    def get(self, key: str) -> Any:  # noqa: ARG002 - what a store is asked
        """Always `None`."""
        return None

    def put(self, key: str, value: Any) -> bool:  # noqa: ARG002
        """Forget the value."""
        return False

    def close(self) -> None:
        """Nothing to let go of."""

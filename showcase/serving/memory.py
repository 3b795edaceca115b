"""What one build has made is at hand for the next, without reading it from disk again."""

from typing import Any

from showcase.work import Store


class MemoryStore:
    """Remembers values in this process, over a store that outlives it. What two builds did not ask for is dropped."""

    def __init__(self, beneath: Store) -> None:
        self.beneath = beneath
        self._now: dict[str, Any] = {}
        self._before: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        """The value, or `None` where nothing is remembered."""
        value = self._now.get(key) or self._before.get(key) or self.beneath.get(key)
        if value is not None:
            self._now[key] = value
        return value

    def put(self, key: str, value: Any) -> bool | None:
        """Remember a value, beyond this process too; whether others that have the store beneath will find it."""
        self._now[key] = value
        return self.beneath.put(key, value)

    def keep(self, key: str) -> bool:
        """Whether there is a value, which then stays."""
        return self.get(key) is not None

    def refresh(self) -> None:
        """Take in what processes beside this one have made."""
        self.beneath.refresh()

    def send(self) -> None:
        """See to it that others find what was put."""
        self.beneath.send()

    def turn(self) -> None:
        """Begin another build."""
        self._before, self._now = self._now, {}

"""Frozen values that are written down as their parts, in half the time that dataclasses take by themselves."""

from typing import Any, ClassVar


class Parts:
    """A base of frozen dataclasses with slots of which very many are pickled.

    Their own way of pickling looks every field up by name and sets it in Python.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type[Any], tuple[Any, ...]]:
        """What makes it again: its class, and the values of its fields in their order."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)

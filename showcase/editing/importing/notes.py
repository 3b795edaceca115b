"""What an import tells besides its entries: what was lost, guessed or left alone, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.problems import Place, Value

LOST = "lost"
GUESSED = "guessed"
LEFT = "left alone"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that whoever imports should know: its sort, a message id, and the words that fill it."""

    sort: str
    place: Place
    message: str
    fields: Mapping[str, Value] = field(default_factory=dict)

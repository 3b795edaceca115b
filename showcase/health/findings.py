"""One thing that was looked at: whether it is well, and what to do where it is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.problems import Value

WELL = "well"
ADVICE = "advice"
FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: its state, its name, a message and a remedy as message ids, and the words that fill them."""

    name: str
    state: str
    message: str
    remedy: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)

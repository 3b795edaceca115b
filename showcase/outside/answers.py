"""What hosts answered is remembered for some days, so that nobody is asked twice in vain."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ALIVE = "alive"
MOVED = "moved"
DEAD = "dead"
UNSURE = "unsure"
UNREACHABLE = "unreachable"
DAY = 86_400.0
# For how many days an answer holds: a page that is there rarely vanishes, one that is missed may soon be back.
HOLDS = {ALIVE: 14.0, MOVED: 14.0, DEAD: 1.0, UNSURE: 0.25}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address: its state, what is to be said of it, and when it was asked (seconds since 1970)."""

    state: str
    detail: str = ""
    at: float = 0.0

    def holds(self, now: float) -> bool:
        """Whether nobody need ask again."""
        return 0 <= now - self.at < HOLDS.get(self.state, 0.0) * DAY


def remembered(path: Path) -> dict[str, Answer]:
    """The answers of earlier checks; none where the file is missing or damaged."""
    try:
        records = json.loads(path.read_bytes())
        return {str(url): Answer(**record) for url, record in records.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(path: Path, answers: Mapping[str, Answer]) -> None:
    """Keep the answers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({url: asdict(answer) for url, answer in sorted(answers.items())}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")

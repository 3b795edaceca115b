"""The published site tells by its record whether it is to be built again today: a line `due=true` or `due=false`."""

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from zoneinfo import ZoneInfo

from showcase.reading.configuration import read_settings
from showcase.releasing.record import RECORD

ROOT = Path(__file__).parents[1]
NIGHTLY = "schedule"  # so GitHub and GitLab both call what no change has started
PATIENCE = 30  # seconds


def record_of(base_url: str) -> object:
    """The record of the published site; nothing where there is none that can be read."""
    try:
        with urlopen(f"{base_url}/{RECORD}", timeout=PATIENCE) as answer:  # noqa: S310 - an address of the settings
            return json.load(answer)
    except (URLError, OSError, ValueError):
        return None


def is_due(record: object, today: date) -> bool:
    """Whether a date of the site has come since it was built. What cannot be known is due."""
    if not isinstance(record, dict) or "next_due" not in record:
        return True
    try:
        return record["next_due"] is not None and date.fromisoformat(record["next_due"]) <= today
    except (TypeError, ValueError):
        return True


def main() -> int:
    """Exit 0 with the line on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--event", default=NIGHTLY, help="what started this; only a schedule asks the published site")
    options = parser.parse_args()
    settings = read_settings(ROOT)
    today = datetime.now(ZoneInfo(settings.time_zone)).date()
    due = options.event != NIGHTLY or is_due(record_of(settings.base_url), today)
    print(f"due={str(due).lower()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

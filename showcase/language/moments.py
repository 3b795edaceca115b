"""Turns a day and a time of day in a zone into a moment with its offset."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


def moment(day: date, clock: str, zone: str) -> datetime:
    """The moment; its offset in whole minutes, for RFC 3339 has no seconds, which local mean times need."""
    local = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone))
    offset = local.utcoffset() or timedelta()
    return local.replace(tzinfo=timezone(offset // MINUTE * MINUTE))

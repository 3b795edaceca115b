"""The events of a language become a calendar that programs can subscribe to (RFC 5545)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeGuard
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from showcase.kinds.event import Event
from showcase.language.dates import PartialDate
from showcase.language.moments import moment
from showcase.library.values import Page
from showcase.pages.plain import plain
from showcase.pages.site import Site
from showcase.pages.views import Feed, Job

CALENDAR_TYPE = "text/calendar"
MOST = 500  # events that programs fetch again and again
DAY = timedelta(days=1)
YEARS = range(1600, 9000)  # beyond them programs and zones count no days


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """An event with a known day.

    `begins` and `ends` are days, or local times where `zone` is set; `ends` is the first moment after the event.
    """

    uid: str
    stamp: datetime
    begins: date
    ends: date | None
    zone: str
    title: str
    text: str
    place: str
    url: str
    is_cancelled: bool
    lang: str


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar in one language."""

    host: str
    locale: str
    title: str
    rows: tuple[CalendarRow, ...]


def calendar_jobs(here: Site) -> Iterator[Job]:
    """The calendar of a language; a calendar may not be empty, so without dated events there is none."""
    if view := calendar_view(here):
        yield Job(f"{here.locale}/calendar.ics", view, make=calendar)


def calendar_feeds(here: Site) -> tuple[Feed, ...]:
    """The calendar as something that pages link to."""
    has_any = any(_is_dated(page) for page in here.sections["events"])
    return (Feed(_title(here), f"/{here.locale}/calendar.ics", CALENDAR_TYPE),) if has_any else ()


def calendar_view(here: Site) -> CalendarView | None:
    """The events whose first day is known, in their order; of very many the last."""
    pages = sorted(here.sections["events"], key=lambda page: page.key)
    rows = [_row(here, page) for page in pages if _is_dated(page)]
    in_order = tuple(sorted(rows, key=lambda row: row.begins.isoformat())[-MOST:])
    return CalendarView(_host(here), here.locale, _title(here), in_order) if rows else None


def _is_dated(page: Page) -> bool:
    return isinstance(page.entry, Event) and _is_day(page.entry.start)


def _is_day(day: PartialDate | None) -> TypeGuard[PartialDate]:
    return day is not None and day.precision == 3 and day.year in YEARS


def _title(here: Site) -> str:
    return f"{here.kind('events').many} – {here.settings.title}"


def _host(here: Site) -> str:
    return urlsplit(here.library.settings.base_url).hostname or ""


def _row(here: Site, page: Page) -> CalendarRow:
    event = page.entry
    assert isinstance(event, Event)  # noqa: S101 - only events are asked
    begins, ends = _span(event)
    facts = here.cards[page.key].facts
    places = [event.venue or "", *(str(fact.value) for fact in facts if fact.field == "province")]
    url = here.url(page.permalink)
    return CalendarRow(
        uid=f"{page.id}@{_host(here)}",
        stamp=moment(event.updated or event.start.first_day(), "00:00", here.library.settings.time_zone).astimezone(
            UTC
        ),
        begins=begins,
        ends=ends,
        zone=event.time_zone if isinstance(begins, datetime) else "",
        title=plain(event.title),
        text=plain("\n\n".join(filter(None, (event.summary, event.outcome, url)))),
        place=plain(", ".join(filter(None, places)) or event.online or ""),
        url=url,
        is_cancelled=event.status == "cancelled",
        lang=page.content_locale,
    )


def _span(event: Event) -> tuple[date, date | None]:
    """When the event begins and ends: whole days, or local times where it is known at what time it begins.

    An end that is no day, or not after the beginning, is left out: a calendar could not show it.
    """
    first = event.start.first_day()
    last = event.end.first_day() if _is_day(event.end) else None
    if event.start_time is None:
        return first, (last or first) + DAY
    begins = datetime.combine(first, time.fromisoformat(event.start_time))
    if event.end_time:
        ends = datetime.combine(last or first, time.fromisoformat(event.end_time))
    else:
        ends = datetime.combine(last + DAY, time()) if last else begins
    return begins, ends if ends > begins else None


def calendar(view: CalendarView) -> bytes:
    """The calendar file, with the time zones it uses."""
    # Loading it takes a tenth of the time in which a build begins, and few builds make a calendar.
    from icalendar import Calendar  # noqa: PLC0415
    from icalendar import Event as CalendarEvent  # noqa: PLC0415

    made = Calendar()
    made.add("prodid", f"-//{view.host}//{plain(view.title)}//{view.locale.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", plain(view.title))
    for row in view.rows:
        made.add_component(_filled(CalendarEvent(), row))
    years = [row.begins.year for row in view.rows]
    made.add_missing_timezones(first_date=date(min(years), 1, 1), last_date=date(max(years) + 2, 1, 1))
    data: bytes = made.to_ical()
    return data


def _filled(event: Any, row: CalendarRow) -> Any:
    """The event of a calendar, with all that is known of it."""
    language = {"LANGUAGE": row.lang}
    event.add("uid", row.uid)
    event.add("dtstamp", row.stamp)
    event.add("dtstart", _placed(row.begins, row.zone))
    if row.ends:
        event.add("dtend", _placed(row.ends, row.zone))
    event.add("summary", row.title, parameters=language)
    event.add("description", row.text, parameters=language)
    if row.place:
        event.add("location", row.place)
    event.add("url", row.url)
    event.add("status", "CANCELLED" if row.is_cancelled else "CONFIRMED")
    if not row.zone:
        event.add("transp", "TRANSPARENT")
    return event


def _placed(day: date, zone: str) -> date:
    return day.replace(tzinfo=ZoneInfo(zone)) if isinstance(day, datetime) else day

"""Calendars are read back with icalendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from showcase.pages.calendar import calendar, calendar_jobs, calendar_view
from showcase.pages.machines import feeds
from showcase.reading.parse import Document
from tests.makers import document, enterprise, site


def event(id_: str = "le", **fields: Any) -> Document:
    return document(f"events/{id_}", **({"start": "2024-07-30"} | fields))


def data(*documents: Document, **options: Any) -> bytes:
    view = calendar_view(site(*documents, **options))
    assert view is not None
    return calendar(view)


def events(*documents: Document, **options: Any) -> list[Any]:
    return Calendar.from_ical(data(*documents, **options)).walk("VEVENT")


def times(**fields: Any) -> tuple[Any, Any]:
    (found,) = events(event(**fields))
    return found.decoded("dtstart"), found.decoded("dtend", None)


def test_an_event_says_what_where_and_how_it_stands() -> None:
    made = event(
        title="Lễ ký",
        summary="Ký kết.",
        outcome="Sáu doanh nghiệp ký.",
        venue="Nhà hát",
        province="ha-noi",
        status="cancelled",
        updated="2024-08-01",
    )
    (found,) = events(made)
    url = "https://showcase.test/vi/su-kien/le-ky/"
    assert found["uid"] == "le@showcase.test"
    assert (found["summary"], found["summary"].params["LANGUAGE"]) == ("Lễ ký", "vi")
    assert found["description"] == f"Ký kết.\n\nSáu doanh nghiệp ký.\n\n{url}"
    assert (found["location"], found["status"], found["url"]) == ("Nhà hát, Ha Noi", "CANCELLED", url)
    assert found.decoded("dtstamp") == datetime(2024, 7, 31, 17, tzinfo=UTC)


def test_the_same_event_has_one_uid_in_both_languages() -> None:
    documents = (event(), document("events/le", "en", title="Signing", summary="Signed."))
    vi, en = (events(*documents, locale=locale)[0] for locale in ("vi", "en"))
    assert vi["uid"] == en["uid"]
    assert en["summary"] == "Signing"


def test_without_times_an_event_takes_whole_days() -> None:
    assert times() == (date(2024, 7, 30), date(2024, 7, 31))
    assert times(end="2024-08-02") == (date(2024, 7, 30), date(2024, 8, 3))
    assert times(end="2024-08") == (date(2024, 7, 30), date(2024, 7, 31))
    assert times(end_time="17:00") == (date(2024, 7, 30), date(2024, 7, 31))


def test_times_stand_in_the_zone_of_the_event() -> None:
    begins, ends = times(start_time="09:00", end_time="17:30", time_zone="Europe/Paris")
    assert (begins.hour, begins.utcoffset()) == (9, timedelta(hours=2))
    assert ends - begins == timedelta(hours=8, minutes=30)


def test_an_end_that_no_calendar_could_show_is_left_out() -> None:
    assert times(start_time="09:00")[1] is None
    assert times(start_time="09:00", end_time="08:00")[1] is None
    begins, ends = times(start_time="09:00", end="2024-07-31")
    assert ends - begins == timedelta(hours=39)


def test_the_zones_in_use_are_described() -> None:
    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh" in data(event(start_time="09:00"))
    assert b"VTIMEZONE" not in data(event())


def test_events_stand_in_the_order_of_their_days() -> None:
    found = events(
        event("b"), event("a"), event("c", start="2023-01-01"), event("d", start="2024-07-30", start_time="09:00")
    )
    assert [each["uid"].partition("@")[0] for each in found] == ["c", "a", "b", "d"]


def test_an_event_without_a_day_is_left_out_and_an_empty_calendar_is_not_made() -> None:
    here = site(event(start="2025-01"), enterprise())
    assert list(calendar_jobs(here)) == []
    assert "text/calendar" not in [feed.type for feed in feeds(here)]
    dated = site(event())
    assert [job.output for job in calendar_jobs(dated)] == ["vi/calendar.ics"]
    assert feeds(dated)[-1].permalink == "/vi/calendar.ics"


def test_days_beyond_any_calendar_are_left_out() -> None:
    assert calendar_view(site(event(start="9999-12-31"), event("alt", start="0001-01-01", start_time="00:00"))) is None
    assert times(start_time="09:00", end="9999-12-31")[1] is None
    assert times(start="1700-01-01", start_time="09:00")[0].year == 1700


def test_an_online_event_is_found_at_its_address() -> None:
    (found,) = events(event(online="https://live.test/a,b;c"))
    assert found["location"] == "https://live.test/a,b;c"


@pytest.mark.parametrize(
    "title", ["a\nBEGIN:VALARM\nX", "a\r\nATTACH:x", "a; b, c\\n", "</script> ]]>", "=cmd", "ă🇻🇳" * 70, 'q"uote']
)
def test_no_text_can_add_a_line(title: str) -> None:
    raw = data(event(title=title, summary=title[:190], venue=title[:190]))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar_ = Calendar.from_ical(raw)
    assert {each.name for each in calendar_.walk()} == {"VCALENDAR", "VEVENT"}
    (found,) = events(event(title=title, summary=title[:190], venue=title[:190]))
    assert found["summary"].replace("\r\n", "\n") == title.replace("\r\n", "\n")
    assert {"ATTACH", "X"} & set(found) == set()


def test_the_same_events_give_the_same_bytes() -> None:
    documents = (event("a", start_time="09:00"), event("b"), event("c", start_time="10:00", time_zone="Asia/Tokyo"))
    assert data(*documents) == data(*reversed(documents))


def test_of_very_many_events_the_last_stand_in_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.calendar.MOST", 1)

    assert [each["uid"] for each in events(event("cu", start="2020-01-01"), event("moi"))] == ["moi@showcase.test"]

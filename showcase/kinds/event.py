"""Events: what happens when and where, who takes part, and what came of it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import model_validator

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import FieldError, Reference, _p, choice, fact
from showcase.kinds.places import Province
from showcase.kinds.schema_org import Said, address_in, described, name_of, references, value_of, written
from showcase.kinds.values import Address, Clock, Id, Line, Name, Partial, TimeZone
from showcase.language.dates import PartialDate
from showcase.language.moments import moment

STATES = choice(
    "event status",
    scheduled=_p("event status", "As planned"),
    cancelled=_p("event status", "Cancelled"),
    moved=_p("event status", "Moved"),
)


class Event(Entry):
    """Something that takes place."""

    start: Partial = fact(
        _p("field", "Begins"),
        "The first day; the month alone where the day is not known.",
        "2024-07-30",
        "2025-01",
        required=True,
    )
    start_time: Clock | None = fact(_p("field", "Begins at"), "The time on the first day.", "09:00")
    end: Partial | None = fact(_p("field", "Ends"), "The last day, if it is another.", "2024-07-31")
    end_time: Clock | None = fact(_p("field", "Ends at"), "The time on the last day.", "17:00")
    time_zone: TimeZone = fact(
        _p("field", "Time zone"), "The IANA time zone of the times.", "Asia/Ho_Chi_Minh", default="Asia/Ho_Chi_Minh"
    )
    province: Province | None = fact(_p("field", "Place"), "The province or city.", "ha-noi")
    venue: Name | None = fact(_p("field", "Venue"), "The building.", "National Convention Centre")
    online: Address | None = fact(_p("field", "Online"), "Where it can be followed.", "https://example.com/live")
    status: Annotated[str, STATES] = fact(
        _p("field", "Status"), "Whether it takes place as planned.", "cancelled", default="scheduled"
    )
    organisers: tuple[Annotated[str, Reference(("organisations", "enterprises"), reverse="organised_events")], ...] = (
        fact(_p("field", "Organisers"), "Who holds it.", ["organisations/vcci"], default=())
    )
    participants: tuple[Annotated[str, Reference(("enterprises", "organisations"), reverse="events")], ...] = fact(
        _p("field", "Participants"), "Who takes part.", ["enterprises/misa"], default=()
    )
    products: tuple[Annotated[Id, Reference(("products",), reverse="events")], ...] = fact(
        _p("field", "Products"), "Products shown.", ["misa-amis"], default=()
    )
    campaign: Annotated[Id, Reference(("campaigns",), reverse="events")] | None = fact(
        _p("field", "Campaign"), "The campaign it belongs to.", "hang-viet"
    )
    award: Annotated[Id, Reference(("awards",), reverse="events")] | None = fact(
        _p("field", "Award"), "The award it is about.", "sao-khue"
    )
    registration: Address | None = fact(
        _p("field", "Registration"), "Where to register.", "https://example.com/register"
    )
    outcome: Line | None = fact(_p("field", "Outcome"), "What came of it.", "Six enterprises signed the agreement.")

    @model_validator(mode="after")
    def _runs_forward(self) -> "Event":
        if self.end and self.end.last_day() < self.start.first_day():
            raise FieldError(
                "dates-reversed", last="end", last_value=str(self.end), first="start", first_value=str(self.start)
            )
        return self


SCHEMA_STATES: Mapping[str, str] = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "moved": "EventRescheduled",
}


def structured_data(entry: Any) -> Said:
    """An event: when, where and by whom."""
    last = entry.end or (entry.start if entry.end_time else None)
    state = SCHEMA_STATES.get(value_of(entry.status))
    return {
        "@type": "Event",
        **described(entry),
        "startDate": _when(entry.start, entry.start_time, entry.time_zone),
        "endDate": _when(last, entry.end_time, entry.time_zone),
        "eventStatus": f"https://schema.org/{state}" if state else None,
        "eventAttendanceMode": _attendance(entry),
        "location": _places(entry),
        "organizer": references(entry.organisers, "Organization"),
    }


def _when(day: PartialDate | None, clock: str | None, zone: str | None) -> str:
    """The day as far as it is known, or the moment with its offset."""
    if day is None or day.precision < 3 or clock is None or zone is None:
        return written(day)
    return moment(day.first_day(), clock, zone).isoformat()


def _attendance(entry: Any) -> str | None:
    here, online = bool(entry.venue or entry.province), bool(entry.online)
    if not here and not online:
        return None
    word = "Mixed" if here and online else "Online" if online else "Offline"
    return f"https://schema.org/{word}EventAttendanceMode"


def _places(entry: Any) -> list[Said]:
    places: list[Said] = []
    if entry.venue or entry.province:
        name = entry.venue or name_of(entry.province)
        places.append({"@type": "Place", "name": name, "address": address_in(entry.province)})
    if entry.online:
        places.append({"@type": "VirtualLocation", "url": entry.online})
    return places


KIND = Kind(
    folder="events",
    word="event",
    model=Event,
    one=_p("kind", "Event"),
    many=_p("kinds", "Events"),
    slug=_p("address", "events"),
    intro=_p("intro", "Launches, forums, signings and award ceremonies, with what came of them."),
    label=(
        "start",
        "start_time",
        "end",
        "end_time",
        "province",
        "venue",
        "online",
        "status",
        "organisers",
        "campaign",
        "award",
        "registration",
    ),
    card=("start", "province"),
    newest="start",
    structured_data=structured_data,
)

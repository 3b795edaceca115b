"""Events: what happens when and where, who takes part, and what came of it."""

from typing import Annotated

from pydantic import AfterValidator, model_validator

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import FieldError, Reference, _p, choice, fact
from showcase.kinds.places import Province
from showcase.kinds.values import Address, Clock, Id, Line, Name, Partial


def _time_zone(value: str) -> str:
    from zoneinfo import available_timezones

    if value not in available_timezones():
        raise FieldError("bad-pattern", value=value, example="Asia/Ho_Chi_Minh")
    return value


TimeZone = Annotated[str, AfterValidator(_time_zone)]
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
)

"""Needs: what an enterprise or an agency looks for, to be matched with products."""

from typing import Annotated, Any

from showcase.kinds.enterprise import SIZES
from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, fact
from showcase.kinds.product import AUDIENCES, PLATFORMS
from showcase.kinds.schema_org import Said, described, written
from showcase.kinds.values import Day, Flag, Id


class Need(Entry):
    """A problem that waits for a product."""

    field: Annotated[Id, Reference(("fields",), reverse="needs")] = fact(
        _p("field", "Field"), "The field it belongs to.", "y-te", required=True
    )
    asker: Annotated[str, Reference(("enterprises", "organisations"), reverse="needs")] | None = fact(
        _p("field", "Asked by"), "Who asks, if the showcase has an entry.", "organisations/vcci"
    )
    size: Annotated[str, SIZES] | None = fact(_p("field", "Size"), "The size of the enterprise that asks.", "small")
    audience: Annotated[str, AUDIENCES] | None = fact(
        _p("field", "Intended users"), "Who will use the product.", "hospitals"
    )
    platforms: tuple[Annotated[str, PLATFORMS], ...] = fact(
        _p("field", "Platforms"), "Where it must run.", ["web"], default=()
    )
    trial_wanted: Flag = fact(_p("field", "Trial wanted"), "Whether a trial is asked for.", "true", default=False)
    deadline: Day | None = fact(_p("field", "Deadline"), "Until when answers are wanted.", "2027-03-31")


def structured_data(entry: Any) -> Said:
    """A demand, until when it stands."""
    return {"@type": "Demand", **described(entry), "validThrough": written(entry.deadline)}


KIND = Kind(
    folder="needs",
    word="need",
    model=Need,
    one=_p("kind", "Need"),
    many=_p("kinds", "Needs"),
    slug=_p("address", "needs"),
    intro=_p("intro", "What enterprises and agencies look for, with the products that may answer and why."),
    label=("field", "asker", "size", "audience", "platforms", "trial_wanted", "deadline"),
    card=("field", "deadline"),
    newest="deadline",
    structured_data=structured_data,
)

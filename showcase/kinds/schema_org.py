"""Records become what schema.org calls them, for the kinds to build on.

Addresses begin at the root and values may be empty: `pages.structured_data` makes the former absolute and leaves out
the latter.
"""

from typing import Any

Said = dict[str, Any]


def described(entry: Any) -> Said:
    """What can be said of an entry of any kind."""
    return {
        "name": entry.title,
        "description": entry.summary,
        "disambiguatingDescription": entry.tagline,
        "url": getattr(entry, "website", None),
    }


def web_page(entry: Any) -> Said:
    """An entry that is its page and nothing besides."""
    return {"@type": "WebPage", **described(entry)}


def identity(key: str) -> str:
    """The identifier of an entry, the same in every language."""
    return f"/id/{key}"


def reference(card: Any, type_: str) -> Said | None:
    """An entry that another one names; nothing where it is not published."""
    return {"@type": type_, "@id": identity(card.key), "name": card.title} if card else None


def references(cards: Any, type_: str) -> list[Said | None]:
    """The entries of a list, as references."""
    return [reference(card, type_) for card in cards]


def value_of(word: Any) -> str:
    """The value of a choice; an empty text where nothing was chosen."""
    return word.value if word else ""


def name_of(word: Any) -> str:
    """The name of a choice in the page's language; an empty text where nothing was chosen."""
    return word.name if word else ""


def written(value: Any) -> str:
    """A date or a number as text; an empty text where it is not known."""
    return "" if value is None else str(value)


def address_in(province: Any) -> Said | None:
    """The postal address of which only the province is known."""
    return {"@type": "PostalAddress", "addressCountry": "VN", "addressRegion": province.name} if province else None


def awards_of(entry: Any) -> list[str]:
    """The awards that were won, each once, with their year. A finalist has won nothing yet."""
    won = [each for each in entry.awards if value_of(each.rank) != "finalist"]
    names = [(each.award.title if each.award else each.name, each.year) for each in won]
    return list(dict.fromkeys(f"{name} ({year})" if year else name for name, year in names if name))


def contact_point(entry: Any) -> Said | None:
    """How to reach somebody, as far as it is published."""
    if entry.contact is None:
        return None
    own = entry.contact
    return {
        "@type": "ContactPoint",
        "name": own.name,
        "email": own.email,
        "telephone": own.telephone,
        "url": own.url,
    }

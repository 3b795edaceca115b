"""The kinds of entry. A new kind is one file here, its template, its messages, and a line below."""

from collections.abc import Mapping
from types import MappingProxyType

from showcase.kinds import (
    award,
    campaign,
    enterprise,
    event,
    field,
    market,
    need,
    organisation,
    page,
    policy,
    product,
    selection,
    update,
)
from showcase.kinds.entry import Kind

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.folder: kind
        for kind in (
            product.KIND,
            enterprise.KIND,
            field.KIND,
            campaign.KIND,
            selection.KIND,
            award.KIND,
            event.KIND,
            update.KIND,
            policy.KIND,
            organisation.KIND,
            need.KIND,
            market.KIND,
            page.KIND,
        )
    }
)

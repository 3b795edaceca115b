"""The states of translations in the tool's own words."""

from showcase.codes import _
from showcase.library.freshness import CURRENT, MACHINE, MISSING, STALE, TYPO, UNSTAMPED

STATE_NAMES = {
    MISSING: _("missing"),
    MACHINE: _("machine draft"),
    STALE: _("stale"),
    UNSTAMPED: _("not stamped"),
    TYPO: _("current; in the source only a typo was corrected"),
    CURRENT: _("current"),
}

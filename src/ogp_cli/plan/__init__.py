"""The whole book, loaded, and the lookups in it."""

from ogp_cli.plan.index import Decided
from ogp_cli.plan.load import load
from ogp_cli.plan.plan import Moment, Plan, moment_of
from ogp_cli.plan.slots import SlotLife, SlotState

__all__ = ["Decided", "Moment", "Plan", "SlotLife", "SlotState", "load", "moment_of"]

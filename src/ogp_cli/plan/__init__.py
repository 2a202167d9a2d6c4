"""The whole book, loaded, and the lookups in it."""

from ogp_cli.plan.index import Decided, Scheduled
from ogp_cli.plan.load import load
from ogp_cli.plan.plan import Moment, Plan, moment_of

__all__ = ["Decided", "Moment", "Plan", "Scheduled", "load", "moment_of"]

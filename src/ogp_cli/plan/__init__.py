"""The whole book: everything loaded and indexed, and the questions that it answers."""

from ogp_cli.plan.as_of import as_of
from ogp_cli.plan.balance import Balance
from ogp_cli.plan.load import load
from ogp_cli.plan.plan import Plan, Scheduled

__all__ = ["Balance", "Plan", "Scheduled", "as_of", "load"]

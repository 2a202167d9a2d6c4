"""Checks of a book: the rules, the acceptances, and the runner."""

from ogp_cli.checks.rules import FORMER_NAMES, GROUPS, PAGES
from ogp_cli.checks.run import run
from ogp_cli.checks.settings import skipped
from ogp_cli.checks.since import since

__all__ = ["FORMER_NAMES", "GROUPS", "PAGES", "run", "since", "skipped"]

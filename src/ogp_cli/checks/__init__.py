"""Checks of a book: the rules, the acceptances, and the runner."""

from ogp_cli.checks.base import base_of, new_since
from ogp_cli.checks.rules import FORMER_NAMES, GROUPS, PAGES
from ogp_cli.checks.run import run
from ogp_cli.checks.settings import skipped

__all__ = ["FORMER_NAMES", "GROUPS", "PAGES", "base_of", "new_since", "run", "skipped"]

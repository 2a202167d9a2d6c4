"""Checks of a book: the rules, the acceptances, and the runner."""

from ogp_cli.checks import rules
from ogp_cli.checks.rule import RULES, Rule
from ogp_cli.checks.run import run
from ogp_cli.checks.settings import skipped
from ogp_cli.checks.since import since

__all__ = ["RULES", "Rule", "rules", "run", "since", "skipped"]

"""Checks of a book: the rules, the acceptances, and the runner."""

from ogp_cli.checks import rules  # noqa: F401 - what is imported is registered
from ogp_cli.checks.base import base_of, new_since
from ogp_cli.checks.rule import RULES, Rule
from ogp_cli.checks.run import run
from ogp_cli.checks.settings import skipped

__all__ = ["RULES", "Rule", "base_of", "new_since", "run", "skipped"]

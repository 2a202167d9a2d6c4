"""What `ogp schema --book` suggests."""

from pathlib import Path

from ogp_cli.checks import RULES
from ogp_cli.commands.book import load_plan
from ogp_cli.models.schema import Known
from ogp_cli.plan.lookup import known_ids


def known_of(root: Path | None) -> Known:
    """Return the ids of the book and of the rules, by kind, each with what it is."""
    rules = {rule: page.summary for rule, page in RULES.items()}
    return {**known_ids(load_plan(root)), "rule": rules}

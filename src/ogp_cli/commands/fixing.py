"""`ogp check --fix`."""

from collections.abc import Collection

from ogp_cli.edit.change import write_changes
from ogp_cli.edit.fix import fix
from ogp_cli.edit.refused import refused
from ogp_cli.errors import OgpError
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.signals import held
from ogp_cli.terminal.say import say


def fixed(plan: Plan, rules: list[str], files: Collection[str] | None, spoken: Language) -> Plan:
    """Correct the texts of a book and return it; say which files changed, and refuse new errors."""
    changes, after = fix(plan, rules, files)
    errors = refused(plan, after, changes, spoken) if changes else []
    if errors:
        first = errors[0]
        said = f"nothing was written: {first.at.file} would have an error: {first.message}"
        raise OgpError(said, first.hint)
    with held():
        write_changes(plan.root, changes)
        for change in changes:
            say(f"ogp: corrected {change.file}", err=True)
    return after

"""What `plan.yaml` says of the check: the rules that it skips."""

from collections.abc import Container, Iterator

from ogp_cli.checks.rules import FORMER_NAMES, RULES
from ogp_cli.models.plan import CheckSettings
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.store.folder import PLAN

UNKNOWN = "unknown-rule"


def skipped(settings: CheckSettings, asked: Container[str] = ()) -> list[str]:
    """Return the rules that are skipped, sorted; not those that are asked for by name."""
    names = {FORMER_NAMES.get(name, name) for name in settings.skip}
    return sorted(name for name in names if name in RULES and name not in asked)


def unknown_rules(plan: Plan) -> Iterator[Finding]:
    """Yield the names in `skip` that are no rule's."""
    nearest = Nearest(RULES)
    for index, name in enumerate(plan.info.check.skip):
        if name not in RULES and name not in FORMER_NAMES:
            yield no_rule(Place(PLAN, ("check", "skip", index)), name, nearest)


def no_rule(at: Place, name: str, nearest: Nearest) -> Finding:
    """Return what is said of a name that is no rule's."""
    near = nearest(name)
    hint = "did you mean “{near}”?" if near else "to list the rules: ogp rules"
    return Finding(at, "no rule “{rule}”", hint, {"rule": name, "near": near})

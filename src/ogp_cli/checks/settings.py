"""What `plan.yaml` says of the check: the rules that it skips."""

from collections.abc import Container, Iterator

from ogp_cli.checks.rule import RULES
from ogp_cli.models.plan import CheckSettings
from ogp_cli.nearest import nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.store.folder import PLAN

UNKNOWN = "unknown-rule"


def skipped(settings: CheckSettings, asked: Container[str] = ()) -> list[str]:
    """Return the rules that are skipped, sorted; not those that are asked for by name."""
    return sorted(name for name in {*settings.skip} if name in RULES and name not in asked)


def unknown_rules(plan: Plan) -> Iterator[Finding]:
    """Yield the names in `skip` that are no rule's."""
    for index, name in enumerate(plan.info.check.skip):
        if name not in RULES:
            yield no_rule(Place(PLAN, ("check", "skip", index)), name)


def no_rule(at: Place, name: str) -> Finding:
    """Return what is said of a name that is no rule's."""
    near = nearest(name, RULES)
    hint = "did you mean “{near}”?" if near else "to list the rules: ogp rules"
    return Finding(at, "no rule “{rule}”", hint, {"rule": name, "near": near})

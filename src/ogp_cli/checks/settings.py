"""What `plan.yaml` says of the check: the rules that it skips."""

from collections.abc import Container, Iterator

from ogp_cli.checks.rule import RULES
from ogp_cli.models.plan import CheckSettings
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.store.folder import PLAN

WRONG = "wrong-skip"


def skipped(settings: CheckSettings, asked: Container[str] = ()) -> list[str]:
    """Return the rules that are skipped, sorted; not those that are asked for by name.

    Errors cannot be skipped: a book would switch off what keeps it true.
    """
    known = (name for name in {*settings.skip} if name in RULES and name not in asked)
    return sorted(name for name in known if RULES[name].level != "error")


def wrong_skips(plan: Plan) -> Iterator[Finding]:
    """Yield the names in `skip` that are no rule's, or an error's."""
    nearest = Nearest(RULES)
    for index, name in enumerate(plan.info.check.skip):
        at = Place(PLAN, ("check", "skip", index))
        if name not in RULES:
            yield no_rule(at, name, nearest)
        elif RULES[name].level == "error":
            message = "“{rule}” is an error, which cannot be skipped"
            hint = "correct what it reports; only warnings and information can be skipped"
            yield Finding(at, message, hint, {"rule": name})


def no_rule(at: Place, name: str, nearest: Nearest) -> Finding:
    """Return what is said of a name that is no rule's."""
    near = nearest(name)
    hint = "did you mean “{near}”?" if near else "to list the rules: ogp rules"
    return Finding(at, "no rule “{rule}”", hint, {"rule": name, "near": near})

"""What the book itself says of the check: the rules that it skips, and findings that it accepts."""

from collections.abc import Container, Iterator

from ogp_cli.checks.causes import around
from ogp_cli.checks.rule import RULES, Rule
from ogp_cli.models.plan import CheckSettings
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Acceptance, Finding, Path, Place
from ogp_cli.store.folder import PLAN

UNUSED = "unused-acceptance"


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
            yield _no_rule(at, name, nearest)
        elif RULES[name].level == "error":
            message = "“{rule}” is an error, which cannot be skipped"
            hint = "correct what it reports; only warnings and information can be skipped"
            yield Finding(at, message, hint, {"rule": name})


class Acceptances:
    """The acceptances of a plan, and which of them have matched a finding.

    With a plan as it was `before`, only those count that stood there too, at the same place.
    """

    def __init__(self, plan: Plan, before: Plan | None = None) -> None:
        self._acceptances = {_key(each): each for each in plan.acceptances}
        self._counting = self._acceptances.keys() & {
            _key(each) for each in (before or plan).acceptances
        }
        self._used = set[tuple[str, str, Path]]()

    def accepts(self, rule: Rule, finding: Finding) -> bool:
        """Whether a finding is accepted where it stands, or in a mapping around it.

        Errors cannot be accepted. A finding that has only a line is accepted by the whole file.
        """
        if rule.level == "error":
            return False
        keys = [(rule.name, finding.at.file, path) for path in around(finding.at)]
        self._used |= self._acceptances.keys() & keys
        return not self._counting.isdisjoint(keys)

    def unused(self, ran: Container[str]) -> Iterator[Finding]:
        """Yield the acceptances that matched nothing: of rules that ran, and of unknown rules."""
        nearest = Nearest(RULES)
        for key, acceptance in self._acceptances.items():
            if key not in self._used and (acceptance.rule in ran or acceptance.rule not in RULES):
                yield _finding(acceptance, nearest)


def _key(acceptance: Acceptance) -> tuple[str, str, Path]:
    return acceptance.rule, acceptance.at.file, acceptance.at.path


def _finding(acceptance: Acceptance, nearest: Nearest) -> Finding:
    rule = acceptance.rule
    place = (acceptance.at / "accept" / rule).name
    if rule not in RULES:
        return _no_rule(place, rule, nearest)
    if RULES[rule].level == "error":
        message = "“{rule}” is an error, which cannot be accepted"
        hint = "correct what it reports; only warnings and information can be accepted"
        return Finding(place, message, hint, {"rule": rule})
    message = "“{rule}” reports nothing here any more"
    return Finding(place, message, "remove the acceptance", {"rule": rule})


def _no_rule(at: Place, name: str, nearest: Nearest) -> Finding:
    """Return what is said of a name that is no rule's."""
    near = nearest(name)
    hint = "did you mean “{near}”?" if near else "to list the rules: ogp rules"
    return Finding(at, "no rule “{rule}”", hint, {"rule": name, "near": near})

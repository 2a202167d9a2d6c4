"""What was found right as it is, and what was accepted in vain."""

from collections.abc import Container, Iterator, Mapping

from ogp_cli.nearest import nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Acceptance, Finding, Level, Place

UNUSED = "unused-acceptance"


class Ledger:
    """The acceptances of a plan, and which of them have matched a finding."""

    def __init__(self, plan: Plan) -> None:
        self._by_rule: dict[str, list[Acceptance]] = {}
        for acceptance in plan.acceptances:
            self._by_rule.setdefault(acceptance.rule, []).append(acceptance)
        self._used: set[Acceptance] = set()

    def accepts(self, rule: str, level: Level, finding: Finding) -> bool:
        """Whether a finding is accepted where it stands. An error never is."""
        if level == "error" or not isinstance(finding.at, Place):
            return False
        place = finding.at
        matching = [each for each in self._by_rule.get(rule, ()) if each.covers(place)]
        self._used.update(matching)
        return bool(matching)

    def unused(self, ran: Container[str], known: Mapping[str, Level]) -> Iterator[Finding]:
        """Yield the acceptances of the rules that ran, and of no rule, that matched nothing."""
        for rule, acceptances in self._by_rule.items():
            for acceptance in acceptances:
                if acceptance not in self._used and (rule in ran or rule not in known):
                    yield _finding(acceptance, known)


def _finding(acceptance: Acceptance, known: Mapping[str, Level]) -> Finding:
    rule = acceptance.rule
    place = (acceptance.at / "accept" / rule).name
    if rule not in known:
        near = nearest(rule, known)
        hint = "did you mean “{near}”?" if near else "the rules are listed by: ogp rules"
        return Finding(place, "no rule “{rule}”", hint, {"rule": rule, "near": near})
    if known[rule] == "error":
        message = "“{rule}” is an error, which cannot be accepted"
        hint = "mend what it reports; only warnings and information can be accepted"
        return Finding(place, message, hint, {"rule": rule})
    message = "nothing here is reported by “{rule}” any more"
    return Finding(place, message, "remove the acceptance", {"rule": rule})

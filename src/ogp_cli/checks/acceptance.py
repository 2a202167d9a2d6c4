"""Findings that are accepted in the data, and acceptances that match no finding."""

from collections.abc import Container, Iterator, Mapping

from ogp_cli.checks.settings import no_rule
from ogp_cli.plan import Plan
from ogp_cli.problem import Acceptance, Finding, Level, Place

UNUSED = "unused-acceptance"


class Ledger:
    """The acceptances of a plan, and which of them have matched a finding."""

    def __init__(self, plan: Plan) -> None:
        self._acceptances = {
            (each.rule, each.at.file, each.at.path): each for each in plan.acceptances
        }
        self._used: set[Acceptance] = set()

    def accepts(self, rule: str, level: Level, finding: Finding) -> bool:
        """Whether a finding is accepted where it stands, or in a mapping around it.

        Errors cannot be accepted. A finding that has only a line is accepted by the whole file.
        """
        if level == "error":
            return False
        path = finding.at.path if isinstance(finding.at, Place) else ()
        keys = ((rule, finding.at.file, path[:length]) for length in range(len(path) + 1))
        matching = [self._acceptances[key] for key in keys if key in self._acceptances]
        self._used.update(matching)
        return bool(matching)

    def unused(self, ran: Container[str], known: Mapping[str, Level]) -> Iterator[Finding]:
        """Yield the acceptances that matched nothing: of rules that ran, and of unknown rules."""
        for (rule, *_), acceptance in self._acceptances.items():
            if acceptance not in self._used and (rule in ran or rule not in known):
                yield _finding(acceptance, rule, known)


def _finding(acceptance: Acceptance, rule: str, known: Mapping[str, Level]) -> Finding:
    place = (acceptance.at / "accept" / acceptance.rule).name
    if rule not in known:
        return no_rule(place, rule)
    if known[rule] == "error":
        message = "“{rule}” is an error, which cannot be accepted"
        hint = "correct what it reports; only warnings and information can be accepted"
        return Finding(place, message, hint, {"rule": rule})
    message = "“{rule}” reports nothing here any more"
    return Finding(place, message, "remove the acceptance", {"rule": rule})

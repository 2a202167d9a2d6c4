"""Findings that are accepted in the data, and acceptances that match no finding."""

from collections.abc import Container, Iterator, Mapping

from ogp_cli.checks.settings import no_rule
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Acceptance, Finding, Level, Path, Place

UNUSED = "unused-acceptance"


_Key = tuple[str, str, Path]


class Acceptances:
    """The acceptances of a plan, and which of them have matched a finding.

    With a plan as it was `before`, only those count that stood there too, at the same place.
    """

    def __init__(self, plan: Plan, before: Plan | None = None) -> None:
        self._acceptances = {_key(each): each for each in plan.acceptances}
        self._counting = self._acceptances.keys() & {
            _key(each) for each in (before or plan).acceptances
        }
        self._used: set[Acceptance] = set()

    def accepts(self, rule: str, level: Level, finding: Finding) -> bool:
        """Whether a finding is accepted where it stands, or in a mapping around it.

        Errors cannot be accepted. A finding that has only a line is accepted by the whole file.
        """
        if level == "error":
            return False
        path = finding.at.path if isinstance(finding.at, Place) else ()
        keys = [(rule, finding.at.file, path[:length]) for length in range(len(path) + 1)]
        self._used.update(self._acceptances[key] for key in keys if key in self._acceptances)
        return not self._counting.isdisjoint(keys)

    def unused(self, ran: Container[str], known: Mapping[str, Level]) -> Iterator[Finding]:
        """Yield the acceptances that matched nothing: of rules that ran, and of unknown rules."""
        nearest = Nearest(known)
        for (rule, *_), acceptance in self._acceptances.items():
            if acceptance not in self._used and (rule in ran or rule not in known):
                yield _finding(acceptance, rule, known, nearest)


def _key(acceptance: Acceptance) -> _Key:
    return acceptance.rule, acceptance.at.file, acceptance.at.path


def _finding(
    acceptance: Acceptance, rule: str, known: Mapping[str, Level], nearest: Nearest
) -> Finding:
    place = (acceptance.at / "accept" / acceptance.rule).name
    if rule not in known:
        return no_rule(place, rule, nearest)
    if known[rule] == "error":
        message = "“{rule}” is an error, which cannot be accepted"
        hint = "correct what it reports; only warnings and information can be accepted"
        return Finding(place, message, hint, {"rule": rule})
    message = "“{rule}” reports nothing here any more"
    return Finding(place, message, "remove the acceptance", {"rule": rule})

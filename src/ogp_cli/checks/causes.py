"""What follows from another finding is left out; what is true of several places is said once."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from ogp_cli.checks.rule import Rule
from ogp_cli.problem import Finding, Path, Place, Spot

Found = tuple[Rule, Finding]


def unexplained(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the findings whose cause is not among them.

    A cause is what a rule that the finding's own comes after says of one of the places that the
    finding follows, or of what stands there. What is accepted or skipped is not among the findings,
    and so hides nothing.
    """
    known = {name for rule, _ in found for name in rule.after}
    reported = {
        (rule.name, place.file, path)
        for rule, finding in found
        if rule.name in known
        for place in finding.places
        for path in around(place)
    }
    for rule, finding in found:
        causes = ((name, each.file, each.path) for name in rule.after for each in finding.follows)
        if reported.isdisjoint(causes):
            yield rule, finding


def around(place: Place | Spot) -> Iterator[Path]:
    """Yield the path of a place, and those of everything that it is in."""
    path = place.path if isinstance(place, Place) else ()
    return (path[:length] for length in range(len(path) + 1))


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield the findings; those of a rule that says everything once, with all of their places."""
    first: dict[Hashable, list[Found]] = {}
    for rule, finding in found:
        if not rule.once:
            yield rule, finding
            continue
        values = tuple(map(str, finding.values.items()))
        first.setdefault((rule.name, finding.message, finding.hint, values), []).append(
            (rule, finding)
        )
    for (rule, finding), *others in first.values():
        also = dict.fromkeys(place for _, each in others for place in each.places)
        yield rule, finding._replace(also=[each for each in also if each != finding.related])

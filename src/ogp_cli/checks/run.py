"""Runs the rules on a book: their findings become problems, with rule, level, line and words.

What is accepted in the data, and what follows from another finding, is left out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from ogp_cli.checks.causes import Found, once, unexplained
from ogp_cli.checks.rule import RULES, Rule
from ogp_cli.checks.settings import UNUSED, Acceptances
from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Keywords, Place, Problem, Quoted, Spot
from ogp_cli.process.words import (
    COMPLETION_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    SECTOR_WORDS,
    STATUS_WORDS,
    STEP_WORDS,
)
from ogp_cli.store.folder import natural
from ogp_cli.store.parse import MOST
from ogp_cli.store.source import Disk, Files
from ogp_cli.terminal.progress import tracked

_LONGEST = 200  # characters of a line that a problem shows
# By the key whose words they are: what tables print for each.
_PRINTED: Mapping[str, Mapping[str, str]] = {
    "status": STATUS_WORDS,
    "step": STEP_WORDS,
    "sector": SECTOR_WORDS,
    "kind": KIND_WORDS,
    "mode": MODE_WORDS,
    "completion": COMPLETION_WORDS,
}


def run(
    plan: Plan,
    language: Language = LANGUAGES["en"],
    rules: Collection[str] = RULES.keys(),
    *,
    files: Files | None = None,
    before: Plan | None = None,
) -> list[Problem]:
    """Return what `rules` find in a plan and nobody accepted, in the order of files and lines.

    `files` are those that the plan was read from, where that is not the disk. With a plan as it was
    `before`, what that has not accepted is found, and what must not be gone from it.
    """
    lines = _Lines(files or Disk(plan.root))
    found = _first(once(unexplained([*_findings(plan, rules, before)])))
    return sorted((_problem(*each, lines, language) for each in found), key=_by_place)


def _first(findings: Iterable[Found]) -> Iterator[Found]:
    """Yield the first findings of each rule in each file, and how many more there are."""
    counts = Counter[tuple[str, str]]()
    next_: dict[tuple[str, str], Found] = {}
    for rule, finding in findings:
        key = rule.name, finding.at.file
        counts[key] += 1
        if counts[key] <= MOST:
            yield rule, finding
        else:
            next_.setdefault(key, (rule, finding))
    for key, (rule, finding) in next_.items():
        message, hint = "{count} more of these in this file", "correct these, and check again"
        yield rule, Finding(finding.at, message, hint, {"count": counts[key] - MOST})


def _findings(plan: Plan, rules: Collection[str], before: Plan | None) -> Iterator[Found]:
    """Yield what the rules find, and nobody accepted."""
    acceptances = Acceptances(plan, before)
    # Only the rule that an acceptance names can tell whether it is used.
    accepted = {each.rule for each in plan.acceptances} if UNUSED in rules else set()
    asked = [rule for name, rule in RULES.items() if name in rules or name in accepted]
    ran = [rule for rule in asked if plan.broken.isdisjoint(rule.needs)]
    for rule in tracked(ran, _("checking")):
        found = rule.since(plan, before) if rule.since and before else rule.check(plan)
        for finding in found:
            if not acceptances.accepts(rule, finding) and rule.name in rules:
                yield rule, finding
    names = {rule.name for rule in ran}
    if UNUSED in names:
        yield from ((RULES[UNUSED], finding) for finding in acceptances.unused(names))


def fill(template: str, finding: Finding, language: Language) -> str:
    """Return a message or a hint of a finding in a language, filled with its values."""
    values = {name: _shown(value, language) for name, value in finding.values.items()}
    return language.gettext(template).format_map(values)


def _shown(value: object, language: Language) -> object:
    match value:
        case Quoted():
            opening, closing = language.quotes
            return f"{opening}{value}{closing}"
        case Keywords():
            return ", ".join(_explained(value, language))
        case _:
            return value


def _explained(keywords: Keywords, language: Language) -> Iterator[str]:
    """Yield English keywords, in another language each with the word that tables print."""
    known = _PRINTED.get(keywords.key, {}) if language.code != "en" else {}
    for word in keywords.words:
        own = language.gettext(known.get(word, word)).format(committee="").strip()
        yield word if own in {"", word} else f"{word} ({own})"


class _Lines:
    """Reads a file again if a problem points into it, so that no positions are kept in memory."""

    def __init__(self, files: Files) -> None:
        self._open = cache(files.open)

    def spot(self, place: Place | Spot) -> Spot:
        """Return the line and column of a place."""
        return place if isinstance(place, Spot) else self._open(place.file).spot(place)

    def excerpt(self, spot: Spot) -> str:
        """Return the line of a spot, without the end of a very long one; "" past that end."""
        line = self._open(spot.file).line(spot.line)
        return line[:_LONGEST] if spot.column <= _LONGEST else ""


def _problem(rule: Rule, finding: Finding, lines: _Lines, language: Language) -> Problem:
    at, *related = map(lines.spot, finding.places)
    finding = finding._replace(values={"rule": rule.name, **finding.values})
    return Problem(
        rule=rule.name,
        level=rule.level,
        at=at,
        message=fill(finding.message, finding, language),
        hint=fill(finding.hint, finding, language),
        related=tuple(related),
        excerpt=lines.excerpt(at),
        related_excerpt=lines.excerpt(*related) if len(related) == 1 else "",
    )


def _by_place(problem: Problem) -> tuple[list[tuple[int, str]], int, int, str]:
    return natural(problem.at.file), problem.at.line, problem.at.column, problem.rule

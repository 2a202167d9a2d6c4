"""Runs the rules, and stamps what they find with rule, level and line."""

from collections.abc import Container

from ogp_cli.checks.lines import Lines
from ogp_cli.checks.rules import RULES
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Problem


def run(plan: Plan, rules: Container[str] = RULES) -> list[Problem]:
    """Return what `rules` find in a plan, in the order of files and lines."""
    lines = Lines(plan)
    problems = [
        _problem(name, rule.LEVEL, finding, lines)
        for name, rule in RULES.items()
        if name in rules
        for finding in rule.check(plan)
    ]
    return sorted(problems, key=_by_place)


def _problem(rule: str, level: Level, finding: Finding, lines: Lines) -> Problem:
    at = lines.spot(finding.at)
    related = lines.spot(finding.related) if finding.related else None
    return Problem(
        rule=rule,
        level=level,
        at=at,
        message=finding.message.format_map(finding.values),
        hint=finding.hint.format_map(finding.values),
        related=related,
        excerpt=lines.excerpt(at),
        related_excerpt=lines.excerpt(related) if related else "",
    )


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.at.file, problem.at.line, problem.at.column, problem.rule

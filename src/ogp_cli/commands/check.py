"""`ogp check`."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.completion import of_choice, of_words, rules
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Root,
    environment_language,
    language,
    one_of,
    put,
    screen,
)

if TYPE_CHECKING:
    from ogp_cli.problem import Problem

_FORMATS = "text|json|github|gitlab|sarif|junit"


def check(
    form: Annotated[
        str,
        typer.Option("--format", metavar=_FORMATS, help="How.", autocompletion=of_choice(_FORMATS)),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="RULE",
            help="Only this rule; repeatable.",
            autocompletion=of_words(rules),
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(
            "--skip",
            metavar="RULE",
            help="Not this rule; repeatable.",
            autocompletion=of_words(rules),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Only problems in files that differ from a git revision; all are still read.",
        ),
    ] = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Find what is wrong in the data, and say what to do.

    In its files, its references, its merges and cancellations, its histories and its texts.

    Exits with 0 where there is no error, with 1 where there is, with 2 where it cannot tell.

    \b
    Examples:
      ogp check
      ogp check --strict --changed-since origin/main
      ogp check --format sarif > problems.sarif
    """
    from ogp_cli.checks import PAGES, run
    from ogp_cli.output.problems import FORGES, FORMATS, Report
    from ogp_cli.store.git import changed_since, prefix

    render = FORMATS[one_of(form, list(FORMATS), "--format")]
    rules = [one_of(rule, list(PAGES), "--rule") for rule in only or PAGES]
    skipped = {one_of(rule, list(PAGES), "--skip") for rule in skip or ()}
    speech = language(lang, environment_language())
    plan = load_plan(root)
    problems = run(plan, speech, [rule for rule in rules if rule not in skipped])
    if since is not None:
        changed = changed_since(plan.root, since)
        # What a changed or removed file no longer has may break a reference in any other.
        problems = [each for each in problems if each.touches(changed) or _dangles(each, changed)]
    if form in FORGES:
        above = prefix(plan.root)
        problems = [problem.below(above) for problem in problems]
    report = Report(problems, plan.files, PAGES, speech, screen(bidi))
    put(render(report))
    if report.count("error") or (strict and report.count("warning")):
        raise typer.Exit(1)


def _dangles(problem: "Problem", changed: Collection[str]) -> bool:
    return problem.rule.startswith("unknown-") and bool(changed)

"""`ogp check`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.choices import BidiMode, ReportFormat
from ogp_cli.commands.completion import of_words, rules
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Root,
    environment_language,
    language,
    put,
    rule_of,
    screen,
)


def check(
    form: Annotated[
        ReportFormat, typer.Option("--format", help="Output format.")
    ] = ReportFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="RULE",
            help="Run only this rule. Repeatable.",
            autocompletion=of_words(rules),
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(
            "--skip",
            metavar="RULE",
            help="Leave this rule out. Repeatable.",
            autocompletion=of_words(rules),
        ),
    ] = None,
    revision: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Report only problems that are new since a git revision, or in changed files.",
        ),
    ] = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Find what is wrong in the data, and say what to do.

    It looks at the files, the references between them, decisions, histories, schedules and texts.

    The exit code is 0 if there is no error, 1 if there is one, 2 if the check cannot run.

    \b
    Examples:
      ogp check
      ogp check --strict --changed-since origin/main
      ogp check --format sarif > problems.sarif
    """
    from ogp_cli.checks import PAGES, run, since
    from ogp_cli.checks.reports import FORGES, FORMATS, Report
    from ogp_cli.store.git import prefix

    rules = [rule_of(rule, "--rule") for rule in only or PAGES]
    skipped = {rule_of(rule, "--skip") for rule in skip or ()}
    spoken = language(lang, environment_language())
    plan = load_plan(root)
    wanted = [rule for rule in rules if rule not in skipped]
    problems = run(plan, spoken, wanted)
    if revision is not None:
        problems = since(problems, plan.root, revision, spoken, wanted)
    if form in FORGES:
        above = prefix(plan.root)
        problems = [problem.below(above) for problem in problems]
    report = Report(problems, plan.files, PAGES, spoken, screen(bidi))
    put(FORMATS[form](report))
    if report.count("error") or (strict and report.count("warning")):
        raise typer.Exit(1)

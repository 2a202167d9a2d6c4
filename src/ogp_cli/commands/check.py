"""`ogp check`."""

from collections.abc import Collection, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.book import load_plan, plan_to_change
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
from ogp_cli.errors import OgpError
from ogp_cli.terminal.say import say

if TYPE_CHECKING:
    from ogp_cli.lang.language import Language
    from ogp_cli.plan import Plan

_TEXT = ReportFormat("text")


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Report only on these files, or files in a folder."),
    ] = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="Output format.")] = _TEXT,
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
            help="Leave this rule out, beside those that plan.yaml skips. Repeatable.",
            autocompletion=of_words(rules),
        ),
    ] = None,
    revision: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Report only problems that are new since a git revision. Its settings and "
            "acceptances count, as with --settings-from.",
        ),
    ] = None,
    settings_from: Annotated[
        str | None,
        typer.Option(
            "--settings-from",
            metavar="REV",
            help="Check with the settings and the acceptances of a git revision: for a change that "
            "you do not trust.",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Correct the texts first: spaces, tatweel, invisible characters, presentation "
            "forms.",
        ),
    ] = False,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Find what is wrong in the data, and say what to do.

    It looks at the files, the references between them, decisions, histories, schedules and texts.
    With FILE, the whole book is read, and the problems are printed that those files have a part in.

    With --settings-from, a change cannot switch off the rule that would find it, and must leave the
    seals of approved minutes as they were.

    With --fix, it first corrects what copying and pasting left in the texts, where that cannot
    change their meaning. What is accepted in the data stays as it is.

    The exit code is 0 if there is no error, 1 if there is one, 2 if the check cannot run.

    \b
    Examples:
      ogp check
      ogp check data/commitments/10.yaml
      ogp check --fix
      ogp check --settings-from origin/main
      ogp check --strict --changed-since origin/main
      ogp check --format sarif > problems.sarif
    """
    from ogp_cli.checks import RULES, base_of, new_since, run, skipped
    from ogp_cli.present.reports import render
    from ogp_cli.present.reports.report import CheckReport
    from ogp_cli.store.folder import below_repository

    asked = [rule_of(rule, "--rule") for rule in only or ()]
    without = {rule_of(rule, "--skip") for rule in skip or ()}
    rules = [rule for rule in asked or RULES if rule not in without]
    spoken = language(lang, environment_language())
    if revision is not None and settings_from is not None:
        raise typer.BadParameter("--changed-since does the same.", param_hint="--settings-from")
    with plan_to_change(root) if fix else nullcontext(load_plan(root)) as found:
        plan = found
        named, whole = _named(plan.root, files) if files else (None, plan.files)
        start = revision if settings_from is None else settings_from
        base = None if start is None else base_of(plan.root, start)
        settings = (base.plan if base else plan).info.check
        off = skipped(settings, asked)
        if fix:
            plan = _fixed(plan, [rule for rule in rules if rule not in off], named, spoken)
    above = below_repository(plan.root)
    problems = run(plan, spoken, rules, before=base.plan if base else None)
    if base and revision is not None:
        problems = new_since(problems, base, spoken, rules)
    report = CheckReport(
        [
            problem.below(above)
            for problem in problems
            if problem.rule not in off and (named is None or problem.is_in(named))
        ],
        whole if named is None else len(named),
        whole,
        RULES,
        spoken,
        screen(bidi),
        strict=strict or settings.strict,
        skipped=off,
    )
    put(render(form, report), commands=form == "github")
    if any(map(report.is_failure, report.problems)):
        raise typer.Exit(1)


def _fixed(
    plan: "Plan", rules: list[str], files: Collection[str] | None, spoken: "Language"
) -> "Plan":
    """Correct the texts of a book and return it; say which files changed, and refuse new errors."""
    from ogp_cli.edit.change import write_changes
    from ogp_cli.edit.fix import fix
    from ogp_cli.edit.refused import refused
    from ogp_cli.signals import held

    changes, after = fix(plan, rules, files)
    errors = refused(plan, after, "", changes, spoken) if changes else []
    if errors:
        first = errors[0]
        said = f"nothing was written: {first.at.file} would have an error: {first.message}"
        raise OgpError(said, first.hint)
    with held():
        write_changes(plan.root, changes)
        for change in changes:
            say(f"ogp: corrected {change.file}", err=True)
    return after


def _named(root: Path, paths: Iterable[Path]) -> tuple[set[str], int]:
    """Return the files of the book that are named or stand in a named folder, and how many it has.

    Raises a usage error for what is neither.
    """
    from ogp_cli.store.folder import files

    there, named = files(root), set[str]()
    for path in paths:
        real = path.resolve()
        name = real.relative_to(root).as_posix() if real.is_relative_to(root) else ""
        found = [file for file in there if name == "." or f"{file}/".startswith(f"{name}/")]
        if not found:
            raise typer.BadParameter(f"{path} is no file of the book.", param_hint="FILE")
        named.update(found)
    return named, len(there)

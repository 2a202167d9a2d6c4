"""`ogp check`."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import typer

from ogp_cli import checks
from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan, plan_to_change
from ogp_cli.commands.output import language, put, screen
from ogp_cli.commands.rules import rule_of
from ogp_cli.commands.writing import fixed
from ogp_cli.lang.interface import _
from ogp_cli.present.reports import render
from ogp_cli.present.reports.report import CheckReport
from ogp_cli.store.folder import below_repository, files, repository_of


class CheckOptions(NamedTuple):
    """What is checked, and against which revisions; no `files` or rules in `only` means all."""

    files: Sequence[Path] | None
    only: Sequence[str] | None
    skip: Sequence[str] | None
    changed_since: str | None
    settings_from: str | None
    strict: bool
    fix: bool


def run(root: Path | None, asked: CheckOptions, options: OutputOptions) -> None:
    """Print the problems of a book; exit with 1 if one is a failure."""
    only = [rule_of(rule, "--rule") for rule in asked.only or ()]
    without = {rule_of(rule, "--skip") for rule in asked.skip or ()}
    rules = [rule for rule in only or checks.RULES if rule not in without]
    spoken, revision = language(options.lang), _revision(asked)
    with plan_to_change(root) if asked.fix else nullcontext(load_plan(root)) as found:
        named, whole = _named(found.root, asked.files) if asked.files else (None, found.files)
        base = None if revision is None else checks.base_of(found.root, revision)
        settings = (base.plan if base else found).info.check
        off = checks.skipped(settings, only)
        kept = [rule for rule in rules if rule not in off]
        plan = found
        if asked.fix:
            plan = fixed(found, kept, named, spoken)
    problems = checks.run(plan, spoken, rules, before=base.plan if base else None)
    if base and asked.changed_since is not None:
        problems = checks.new_since(problems, base, spoken, rules)
    above = below_repository(plan.root)
    shown = [
        problem.below(above)
        for problem in problems
        if problem.rule not in off and (named is None or problem.is_in(named))
    ]
    report = CheckReport(
        shown,
        whole if named is None else len(named),
        whole,
        checks.RULES,
        spoken,
        screen(options.bidi),
        strict=asked.strict or settings.strict,
        skipped=off,
    )
    form = options.form or "text"
    put(render(form, report), commands=form == "github")
    if any(map(report.is_failure, shown)):
        raise typer.Exit(1)


def _revision(asked: CheckOptions) -> str | None:
    """Return the revision whose settings count. Raises a usage error if two are named."""
    if asked.changed_since is not None and asked.settings_from is not None:
        raise typer.BadParameter(_("--changed-since does the same."), param_hint="--settings-from")
    return asked.changed_since if asked.settings_from is None else asked.settings_from


def _named(root: Path, paths: Iterable[Path]) -> tuple[set[str], int]:
    """Return the files of the book that are named or stand in a named folder, and how many it has.

    A path is relative to the current folder, or else, as `ogp check` prints it, to the book or to
    its git repository. Raises a usage error for what is neither.
    """
    there, named = files(root), set[str]()
    starts = (Path.cwd(), root, repository_of(root) or root)
    for path in paths:
        found = next(filter(None, (_below(root, start / path, there) for start in starts)), None)
        if not found:
            raise typer.BadParameter(
                _("{path} is not a file of the book.").format(path=path), param_hint="FILE"
            )
        named.update(found)
    return named, len(there)


def _below(root: Path, path: Path, files: Iterable[str]) -> list[str]:
    """Return those of the files that are at a path or below it."""
    real = path.resolve()
    name = real.relative_to(root).as_posix() if real.is_relative_to(root) else ""
    return [file for file in files if name == "." or f"{file}/".startswith(f"{name}/")]

"""`ogp check`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.choices import ReportFormat
from ogp_cli.cli.options import Bidi, Lang, Root, rule_option
from ogp_cli.commands import OutputOptions

_TEXT = ReportFormat("text")

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE", help="Report only on these files, or files in a folder."),
]
Only = Annotated[list[str] | None, rule_option("--rule", help="Run only this rule. Repeatable.")]
Skip = Annotated[
    list[str] | None,
    rule_option(help="Leave this rule out, beside those that plan.yaml skips. Repeatable."),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help="Report only problems that are new since a git revision. Its settings and "
        "acceptances count, as with --settings-from.",
    ),
]
SettingsFrom = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help="Check with the settings and the acceptances of a git revision: for a change that "
        "you do not trust.",
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Correct the texts first: spaces, tatweel, invisible characters, presentation forms.",
    ),
]


def check(
    files: Files = None,
    form: Annotated[ReportFormat, typer.Option("--format", help="Output format.")] = _TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    only: Only = None,
    skip: Skip = None,
    changed_since: ChangedSince = None,
    settings_from: SettingsFrom = None,
    fix: Fix = False,
    bidi: Bidi = "auto",
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
    from ogp_cli.commands.check import CheckOptions, run

    asked = CheckOptions(files, only, skip, changed_since, settings_from, strict, fix)
    run(root, asked, OutputOptions(form, bidi=bidi, lang=lang))

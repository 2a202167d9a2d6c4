"""`ogp check`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.options import Bidi, Lang, Root, rule_option
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.present.reports import REPORTS

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...", help=N_("Report only on these files, or on the files in a folder.")
    ),
]
Only = Annotated[
    list[str] | None, rule_option("--rule", help=N_("Run only this rule. Repeatable."))
]
Skip = Annotated[
    list[str] | None,
    rule_option(help=N_("Skip this rule, in addition to those skipped in plan.yaml. Repeatable.")),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help=N_(
            "Report only problems that are new since a git revision. Its settings and acceptances "
            "count, as with --settings-from."
        ),
    ),
]
SettingsFrom = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help=N_(
            "Use the settings and acceptances of a git revision: for a change that you do not "
            "trust."
        ),
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=N_("First repair copy-and-paste damage in the texts."),
    ),
]


def check(
    files: Files = None,
    form: Annotated[str, format_choice(REPORTS, text=N_("Output format."))] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=N_("Fail on warnings too."))] = False,
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
    With FILE, it reads the whole book but reports only problems that involve those files.

    With --settings-from, a change cannot switch off the rule that would find it, and must leave the
    seals of approved minutes as they were.

    --fix first repairs copy-and-paste damage that does not affect the meaning: double spaces,
    tatweel, invisible characters, presentation forms. What is accepted stays as it is.

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

"""The command line: global options, the list of commands, exit codes, the one error boundary.

A command has a module here with its parameters, and one in `commands/` with its work.

Exit codes: 0 success; 1 `check` found errors, or `--strict` refused; 2 wrong usage, or a problem of
the environment (no data, a bad template).
"""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import _completion_classes

from ogp_cli import __version__
from ogp_cli.cli.choices import LANG, ROOT, choice
from ogp_cli.cli.classes import Command, Group, Later, UsageError, explained
from ogp_cli.errors import OgpError
from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _, speak
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.say import say, warn

HELP = N_(
    "Keep the records of a country's Open Government Partnership process: one YAML file per "
    "commitment and per meeting, in git."
)
_ABOUT = (
    N_(
        "You record a decision once, in its meeting. ogp copies it to the commitments that it "
        "concerns, checks that all agree, shows where each commitment stands, and renders the "
        "minutes in Arabic, French or English."
    ),
    N_(
        "Commands work in any folder below the one that holds data/. The exit code is 0 for "
        "success, 1 if ogp check finds errors, and 2 if a command cannot run. Environment "
        "variables: LANG, NO_COLOR, COLUMNS, OGP_ROOT, OGP_BIDI. For more, run: ogp COMMAND --help"
    ),
)
_TASKS = {
    N_("Where do we stand?"): {
        "ogp status": N_("each commitment, and what is stuck"),
        "ogp status --lead justice": N_("those of an institution"),
        "ogp status --as-of 2024-03-21": N_("as it was known after a meeting"),
        "ogp changes": N_("what the latest meeting changed"),
        "ogp show 10": N_("one commitment, its outcome and history"),
        "ogp schedule -o schedule.ics": N_("the meetings and due dates, for a calendar"),
    },
    N_("Are the data right?"): {
        "ogp check": N_("what is wrong, where, and what to do"),
        "ogp rules conservation": N_("what a rule finds, and why"),
    },
    N_("What is new?"): {
        "ogp init book": N_("a new book in an empty folder"),
        "ogp new meeting 2024-04-18": N_("the file of a meeting"),
        "ogp new commitment": N_("the file of a proposal"),
        "ogp post": N_("post what the meetings decided into the commitments"),
    },
    N_("What do we publish?"): {
        "ogp render-minutes 2024-03-21": N_("the minutes; -o minutes.pdf for a PDF"),
        "ogp status -o status.xlsx": N_("also .csv, .md, .json"),
        "ogp export open-data": N_("the whole book, for programs"),
        "ogp site --output public": N_("the public site, for any web server"),
    },
}

# Each has a module here, which is imported when somebody asks for the command. Its summary is the
# first line of its help.
COMMANDS = {
    "status": "Show where each commitment stands, and what is stuck.",
    "changes": "List what the latest meeting changed, or what changed between two days.",
    "show": "Show a commitment, a meeting or an institution in full.",
    "schedule": "List scheduled meetings, agreed tasks and milestones.",
    "check": "Find what is wrong in the data, and say what to do.",
    "rules": "List the rules of `ogp check`, or explain one.",
    "init": "Write a new book into an empty folder.",
    "new": "Write the file of a meeting, a proposal or a report.",
    "post": "Post the meetings into the files of the commitments.",
    "render-minutes": "Render the minutes of a meeting.",
    "export": "Write the book as open data: CSV, Excel and JSON.",
    "site": "Write the public site of the book.",
    "templates": "Write the default templates for you to edit.",
    "schema": "Print the JSON Schema of a kind of file, for editors.",
}

# For zsh and fish, typer would import rich to take its markup out of texts that have none: more
# than half of the work of a TAB. `tests/test_house.py` fails where typer does it in another way.
_completion_classes._sanitize_help_text = str  # type: ignore[assignment]  # noqa: SLF001


class _Overview(Group):
    """The program: its help begins with what people want to know."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own
        """Write what `ogp` is, and which command answers which question."""
        about, run = _ABOUT
        super().format_help_text(ctx, formatter)
        _paragraph(formatter, _(about))
        for question, answers in _TASKS.items():
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(_(question))
                with formatter.indentation():
                    formatter.write_dl([(command, _(said)) for command, said in answers.items()])
        _paragraph(formatter, _(run))


def _paragraph(formatter: Any, text: str) -> None:  # noqa: ANN401 - typer's own
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text)


app = typer.Typer(
    name="ogp",
    cls=_Overview,
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _summary in COMMANDS.items():
    app.command(_name, cls=Later, help=_summary)(lambda: None)


@app.command("help", cls=Command, hidden=True)
def _help(
    context: typer.Context,
    command: Annotated[list[str] | None, typer.Argument(metavar="COMMAND")] = None,
) -> None:
    """Print the help of ogp or of a command, as --help does."""
    name = context.find_root().info_name
    app([*(command or ()), "--help"], prog_name=name, standalone_mode=False)


def _version(asked: bool) -> None:
    if asked:
        say(f"ogp {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    root: Annotated[
        Path | None,
        typer.Option("--root", metavar="FOLDER", envvar="OGP_ROOT", show_envvar=False, help=ROOT),
    ] = None,
    lang: Annotated[str | None, choice(LANGUAGES, "--lang", help=LANG)] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=N_("Print the version.")),
    ] = False,
) -> None:
    """Accept the options before a command; `options` says where they are read."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; the output is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts, as POSIX says
    environment = next(filter(None, map(os.environ.get, variables)), None)
    speak(_language(sys.argv[1:] if arguments is None else arguments), environment)
    try:
        return int(app(args=arguments, standalone_mode=False) or 0)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except UsageError as error:
        say(explained(error), err=True)
        return error.exit_code
    except typer.Abort:
        say(_("Aborted!"), err=True)
        return 1
    except OgpError as error:
        warn(clean(error.message))
        if error.hint:
            say(clean(_("  hint: {hint}").format(hint=error.hint)), err=True)
        return 2
    except OSError as error:  # a full disk behind standard output, most often
        warn(clean(f"{error.strerror or error}"))
        return 2
    except Exception:
        say(traceback.format_exc().removesuffix("\n"), err=True)
        warn(_("this is a mistake in ogp, not in the data; please report it"))
        return 2


def _language(arguments: Sequence[str]) -> str | None:
    """Return the language that `--lang` names, wherever it stands."""
    words = [part for each in arguments for part in each.split("=", 1)]
    return next((code for word, code in pairwise(words) if word == "--lang"), None)

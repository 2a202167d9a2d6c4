"""The command line: global options, the list of commands, exit codes, the one error boundary.

A command has a module here with its parameters, and one in `commands/` with its work.

Exit codes: 0 success; 1 `check` found errors, or `--strict` refused; 2 wrong usage, or a problem of
the environment (no data, a bad template).
"""

import io
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from typer import _completion_classes

from ogp_cli import __version__
from ogp_cli.cli.later import Later
from ogp_cli.errors import OgpError
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.say import say

HELP = """Keep the book of a country's open government commitments.

Each commitment and each meeting is a YAML file, in git. Every decision is recorded twice: in the
meeting that takes it, and in the commitments that it concerns. ogp checks that the two agree, shows
where each commitment stands, and renders the minutes in Arabic, French or English.

\b
Where do we stand?
  ogp status                          each commitment, and what is stuck
  ogp status --lead justice           those of an institution
  ogp status --as-of 2024-03-21       as it was known after a meeting
  ogp changes                         what is new since the last meeting but one
  ogp show 10                         one commitment, its outcome and history
  ogp schedule -o schedule.ics        the meetings and due dates, for a calendar

\b
Are the data right?
  ogp check                           what is wrong, where, and what to do
  ogp rules conservation              what a rule finds, and why

\b
What is new?
  ogp init book                       a new book in an empty folder
  ogp new meeting 2024-04-18          the file of a meeting; ogp new commitment, of a proposal
  ogp post                            what the meetings decided, into the commitments

\b
What do we publish?
  ogp render-minutes 2024-03-21 -o minutes.pdf
  ogp status -o status.xlsx           also .csv, .md, .json
  ogp export open-data                the whole book, for programs
  ogp site --output public            the public site, for any web server

Commands work in any folder below the one that holds data/. The exit code is 0 for success, 1 if
ogp check finds errors, and 2 if a command cannot run. LANG, NO_COLOR, COLUMNS,
OGP_ROOT and OGP_BIDI are respected. Run “ogp COMMAND --help” for more.
"""

# Each has a module here, which is imported when somebody asks for the command. Its summary is the
# first line of its help.
COMMANDS = {
    "status": "Show where each commitment stands, and what is stuck.",
    "changes": "List what is new since the last meeting but one.",
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

# What typer raises for wrong arguments; the module that has it depends on the version of typer.
_UsageError: type[typer.BadParameter] = typer.BadParameter.__mro__[1]

app = typer.Typer(
    name="ogp",
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _summary in COMMANDS.items():
    app.command(_name, cls=Later, help=_summary)(lambda: None)


@app.command("help", hidden=True)
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
        typer.Option(
            "--root", metavar="FOLDER", envvar="OGP_ROOT", help="The folder that holds data/."
        ),
    ] = None,
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Accept the options before a command; `options.Root` reads `--root`."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; the output is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(app(args=arguments, standalone_mode=False) or 0)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except _UsageError as error:
        said = io.StringIO()
        error.show(said)
        say(said.getvalue().removesuffix("\n").expandtabs(), err=True)
        return error.exit_code
    except typer.Abort:
        say("Aborted!", err=True)
        return 1
    except OgpError as error:
        say(clean(f"ogp: {error.message}"), err=True)
        if error.hint:
            say(clean(f"  hint: {error.hint}"), err=True)
        return 2
    except OSError as error:  # a full disk behind standard output, most often
        say(clean(f"ogp: {error.strerror or error}"), err=True)
        return 2
    except Exception:
        say(traceback.format_exc().removesuffix("\n"), err=True)
        say("ogp: this is a mistake in ogp, not in the data; please report it", err=True)
        return 2

"""`ogp post`."""

from typing import Annotated

import typer

from ogp_cli.cli.completion import of_book
from ogp_cli.cli.options import Bidi, Lang, Root
from ogp_cli.commands import OutputOptions


def post(
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING", help="The meeting's id.", autocompletion=of_book("meetings")
        ),
    ],
    diff: Annotated[
        bool, typer.Option("--diff", help="Print the changes as a patch, and write nothing.")
    ] = False,
    reseal: Annotated[
        bool,
        typer.Option(
            "--reseal", help="Seal approved minutes again as they are now, though they changed."
        ),
    ] = False,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Post a meeting into the files of its commitments.

    The meeting's steps and decisions become the history and the status of each commitment. A merge
    and each adopted commitment get a file. A milestone that moves gets its new due date, and a
    report the day when it was presented. Posting a meeting again changes only what was corrected.
    The minutes that it approves are sealed. Where the last commit of git has another seal for them,
    nothing is written, unless --reseal is given.
    The result is checked first: if it has an error that was not there before, nothing is written,
    and the exit code is 1.

    \b
    Examples:
      ogp post 2024-03-21 --diff
      ogp post 2024-03-21
    """
    from ogp_cli.commands.post import run

    run(root, meeting, OutputOptions(bidi=bidi, lang=lang), diff=diff, reseal=reseal)

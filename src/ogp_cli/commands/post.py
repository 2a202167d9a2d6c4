"""`ogp post`."""

import sys
from typing import Annotated

import typer

from ogp_cli.commands.book import plan_to_change
from ogp_cli.commands.choices import BidiMode
from ogp_cli.commands.completion import meetings, of_book
from ogp_cli.commands.options import Bidi, Lang, Root, environment_language, language, put
from ogp_cli.commands.writing import stop_if_refused, write
from ogp_cli.terminal.say import say


def post(
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING", help="The meeting's id.", autocompletion=of_book(meetings)
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
    bidi: Bidi = BidiMode.AUTO,
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
    from ogp_cli.edit.change import patch
    from ogp_cli.edit.post import post
    from ogp_cli.plan import lookup
    from ogp_cli.process.posting import orphans

    spoken = language(lang, environment_language())
    with plan_to_change(root) as plan:
        posted = lookup.meeting(plan, meeting)
        changes, after = post(plan, posted, reseal=reseal)
        stop_if_refused(plan, after, posted.file, changes, spoken, bidi)
        if diff:
            text = patch(changes)
            if text and sys.stdout.isatty():
                say(text.removesuffix("\n"))
            else:
                put(text)
            return
        write(plan.root, changes)
    for each in orphans(plan, posted):
        said = f"ogp: no meeting makes {each.file} any more; remove it if nothing else is in it"
        say(said, err=True)
    if not changes:
        say(f"nothing to write: the files agree with the meeting of {posted.id}")

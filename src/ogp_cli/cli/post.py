"""`ogp post`."""

from typing import Annotated

import typer

from ogp_cli.cli.options import Bidi, Lang, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_


def post(
    diff: Annotated[
        bool, typer.Option("--diff", help=N_("Print the changes as a patch, and write nothing."))
    ] = False,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Post the meetings into the files of the commitments.

    What the meetings heard and decided becomes the status and the history of each commitment. A
    merge and each adopted commitment get a file. Approved minutes are sealed, and so are the cards
    that they adopt. Posting again changes only what was corrected.

    The result is checked first: if it has an error that was not there before, or a decision that
    contradicts another, nothing is written, and the exit code is 1.

    \b
    Examples:
      ogp post --diff
      ogp post
    """
    from ogp_cli.commands.post import run

    run(root, OutputOptions(bidi=bidi, lang=lang), diff=diff)

"""`ogp schema`."""

from functools import partial
from typing import Annotated

import typer

from ogp_cli.cli.completion import of_words
from ogp_cli.cli.options import Lang, Root
from ogp_cli.commands.one_of import one_of
from ogp_cli.lang.catalogue import N_
from ogp_cli.store.folder import PATHS


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=N_("The kind of file: commitment, meeting, report, plan or organizations."),
            parser=partial(one_of, known=PATHS),
            autocompletion=of_words(PATHS),
        ),
    ],
    book: Annotated[
        bool, typer.Option("--book", help=N_("Suggest the ids of the book for every reference."))
    ] = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    \b
    Examples:
      ogp schema commitment > schemas/commitment.schema.json
      ogp schema commitment --book > .schemas/commitment.schema.json
    """
    from ogp_cli.commands.schema import run

    run(kind, root, book=book)

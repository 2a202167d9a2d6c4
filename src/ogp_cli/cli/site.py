"""`ogp site`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.options import Lang, NoBookTemplates, Root
from ogp_cli.lang.catalogue import N_

Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FOLDER", help=N_("Where to write the files.")),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help=N_("Where the site is published, for its sitemap and its feeds.")
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help=N_("Refuse a book with errors instead of making a draft."))
]
NoDocuments = Annotated[
    bool,
    typer.Option(
        "--no-documents",
        help=N_("Leave out the files that take long to make: PDF, Word and Excel."),
    ),
]


def site(
    output: Output,
    base_url: BaseUrl = None,
    strict: Strict = False,
    no_documents: NoDocuments = False,
    no_book_templates: NoBookTemplates = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the public site of the book.

    Its pages are in each language of plan.yaml, with the minutes, a calendar, a feed and the data
    to download. They load nothing from elsewhere, work without scripts, and can be opened from the
    folder. The names of people are left out, unless plan.yaml says “publish: [names]”.

    A later run removes what it wrote before and no longer makes; site-files.json lists it.

    \b
    Examples:
      ogp site --output public
      ogp site --output public --base-url https://example.org/plan/ --strict
    """
    from ogp_cli.commands.site import run

    run(
        root,
        output,
        base_url,
        strict=strict,
        documents=not no_documents,
        book_templates=not no_book_templates,
    )

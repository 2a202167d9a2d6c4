"""`ogp export`."""

from pathlib import Path

from ogp_cli.archive import packed
from ogp_cli.commands.book import load_plan, moment, warn_of_unread
from ogp_cli.commands.output import wrote
from ogp_cli.errors import missing
from ogp_cli.export.package import files
from ogp_cli.plan.published import published
from ogp_cli.process.as_of import as_of
from ogp_cli.store.tree import write_tree
from ogp_cli.store.write import write

# What was written to a folder, so that the next run removes what is no longer made.
LISTED = "export-files.json"


def run(root: Path | None, asked: str | None, output: Path) -> None:
    """Write the book as open data, into a folder or an archive."""
    try:
        from ogp_cli.export.workbook import sheets  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing(error) from error
    book = published(load_plan(root))
    then = moment(book, asked, "--as-of")
    plan = as_of(book, then) if then else book
    found = files(plan, sheets)
    if output.suffix == ".zip":
        write(output, packed(dict(sorted(found.items())), plan.day))
    else:
        write_tree(output, found, LISTED)
    wrote(output, len(found))
    warn_of_unread(plan)

"""The plan as a block of lines for every commitment: for screens too narrow for a table."""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Group, Overview, Row


def render(overview: Overview) -> str:
    """Return the title and the sentences on the whole, then what is known, line by line."""
    sentences = filter(None, (overview.title, overview.balance, overview.stuck))
    head = "".join(f"{clean(sentence)}\n" for sentence in sentences)
    blocks = [block for group in overview.groups for block in _group(overview, group)]
    rtl = overview.language.direction == "rtl"
    return overview.screen.lines("\n".join([head, *blocks]), rtl=rtl)


def _group(overview: Overview, group: Group) -> Iterator[str]:
    if group.name:
        yield clean(f"== {group.name} ({len(group.rows)})") + "\n"
    for row in group.rows:
        yield _block(overview, row)


def _block(overview: Overview, row: Row) -> str:
    language = overview.language
    named = zip(labels(language), cells(row), strict=True)
    lines = (f"{label}{language.minutes.label} {cell}\n" for label, cell in named if cell)
    return "".join(lines)

"""The plan as tables of GitHub Flavored Markdown, right-to-left where its language is."""

from collections.abc import Iterable, Iterator

from ogp_cli.markdown import escape
from ogp_cli.output.markdown import literal, page
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Group, Overview


def render(overview: Overview) -> str:
    """Return the title, the sentences on the whole and the table; texts are shown as they stand."""
    sentences = filter(None, (overview.balance, overview.stuck))
    blocks = [f"# {literal(overview.title)}", *map(literal, sentences)]
    blocks += [block for group in overview.groups for block in _group(overview, group)]
    return page(overview.language, blocks)


def _group(overview: Overview, group: Group) -> Iterator[str]:
    if group.name:
        yield f"## {literal(group.name)} ({len(group.rows)})"
    names = labels(overview.language)
    table = [_line(names), "|---" * len(names) + "|"]
    table += [_line(cell or "—" for cell in cells(row)) for row in group.rows]
    yield "\n".join(table)


def _line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(map(escape, texts)) + " |"

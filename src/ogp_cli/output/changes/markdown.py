"""The changes as GitHub Flavored Markdown, right-to-left where its language is."""

from ogp_cli.output.changes.digest import Digest, Part
from ogp_cli.output.markdown import literal, page


def render(digest: Digest) -> str:
    """Return the plan's title, the days and balances, and the changes as lists."""
    nothing = () if digest.parts else (digest.language.terminal.nothing,)
    sentences = map(literal, (*digest.summary, *nothing))
    blocks = [f"# {literal(digest.title)}", *sentences, *map(_part, digest.parts)]
    return page(digest.language, blocks)


def _part(part: Part) -> str:
    lines = "\n".join(f"- {literal(line)}" for line in part.lines)
    return f"## {literal(part.heading)} ({len(part.lines)})\n\n{lines}"

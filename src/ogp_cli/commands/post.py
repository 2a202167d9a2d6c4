"""`ogp post`."""

from collections.abc import Iterator
from pathlib import Path

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import plan_to_change
from ogp_cli.commands.output import put, screen
from ogp_cli.commands.writing import stop_if_refused, write
from ogp_cli.edit.change import patch
from ogp_cli.edit.post import orphans, post
from ogp_cli.lang.interface import _
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.colours import HEAD, STYLES
from ogp_cli.terminal.say import say, warn
from ogp_cli.terminal.screen import Screen

# What has to be put right first, also where it is no new error.
_NEVER = {"approved-changed", "contradictory-decision", "decided-twice"}

# The colours of the lines of a patch, by how they begin.
_COLOURS = {
    "---": HEAD,
    "+++": HEAD,
    "@": STYLES["settled"],
    "+": STYLES["good"],
    "-": STYLES["alert"],
}


def run(root: Path | None, options: OutputOptions, *, diff: bool) -> None:
    """Post the book, or print the changes as a patch; exit with 1 if errors forbid it."""
    with plan_to_change(root) as plan:
        changes, after = post(plan)
        stop_if_refused(plan, after, changes, options, never=_NEVER)
        if diff:
            put("".join(_shown(patch(changes), screen(options.bidi))))
            return
        write(plan.root, changes)
    for each in orphans(after):
        said = _("no meeting makes {file} any more; remove it if nothing else is in it")
        warn(said.format(file=each.file))
    if not changes:
        say(_("nothing to write: the files agree with the meetings"))


def _shown(patch: str, screen: Screen) -> Iterator[str]:
    """Yield the lines of a patch, as a screen shows them, or else as `git apply` takes them.

    A line that is wider than the screen continues below what follows its sign.
    """
    if screen.width is None:
        yield patch
        return
    for line in patch.removesuffix("\n").split("\n"):
        style = next((each for start, each in _COLOURS.items() if line.startswith(start)), "")
        sign, text = screen.style(line[:1], style), clean(line[1:].removesuffix("\r"))
        yield screen.beside(sign, 1, text, rtl=False, style=style)

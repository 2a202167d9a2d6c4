"""`ogp post`."""

import sys
from pathlib import Path

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import plan_to_change
from ogp_cli.commands.output import put
from ogp_cli.commands.writing import stop_if_refused, write
from ogp_cli.edit.change import patch
from ogp_cli.edit.post import orphans, post
from ogp_cli.lang.interface import _
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.say import say, warn

# What has to be put right first, also where it is no new error.
_NEVER = {"approved-changed", "contradictory-decision", "decided-twice"}


def run(root: Path | None, options: OutputOptions, *, diff: bool) -> None:
    """Post the book, or print the changes as a patch; exit with 1 if errors forbid it."""
    with plan_to_change(root) as plan:
        changes, after = post(plan)
        stop_if_refused(plan, after, changes, options, never=_NEVER)
        if diff:
            text = patch(changes)
            if text and sys.stdout.isatty():
                put("".join(f"{clean(line)}\n" for line in text.splitlines()))
            else:
                put(text)
            return
        write(plan.root, changes)
    for each in orphans(after):
        said = _("no meeting makes {file} any more; remove it if nothing else is in it")
        warn(said.format(file=each.file))
    if not changes:
        say(_("nothing to write: the files agree with the meetings"))

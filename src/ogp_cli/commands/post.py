"""`ogp post`."""

import sys
from pathlib import Path

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import plan_to_change
from ogp_cli.commands.output import language, put
from ogp_cli.commands.writing import stop_if_refused, write
from ogp_cli.edit.change import patch
from ogp_cli.edit.post import post
from ogp_cli.plan import lookup
from ogp_cli.process.posting import orphans
from ogp_cli.terminal.say import say


def run(
    root: Path | None, meeting: str, options: OutputOptions, *, diff: bool, reseal: bool
) -> None:
    """Post a meeting, or print the changes as a patch; exit with 1 if errors forbid it."""
    spoken = language(options.lang)
    with plan_to_change(root) as plan:
        posted = lookup.meeting(plan, meeting)
        changes, after = post(plan, posted, reseal=reseal)
        stop_if_refused(plan, after, posted.file, changes, spoken, options.bidi)
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

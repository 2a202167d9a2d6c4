"""A meeting is to be scheduled on a new version that does not exist yet.

A new version exists once it is received (`new-version-received`) or the comments are integrated
(`comments-integrated`). While comments are still being integrated, or the text of a merged
commitment is still to be drafted, there is nothing to discuss.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.reconciliation import agreeing
from ogp_cli.process.vocabulary import DRAFTING

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every meeting to schedule on a new version without one before it."""
    for commitment in agreeing(plan):
        written = waits_for_merge = False
        for index, entry in enumerate(commitment.history):
            about = DRAFTING.get(entry.step)
            written |= about is not None and about.version
            waits_for_merge |= about is not None and about.during == "merge-proposed"
            if getattr(entry, "draft", None) == "new-version" and not written:
                yield Finding(
                    commitment.at("history", index, "draft"),
                    "the meeting is about a new version, but the merged commitment is not drafted"
                    if waits_for_merge
                    else "the meeting is about a new version, but none was received",
                    "add the step “new-version-received”, or write “draft: proposed”",
                )

"""Rules on what the commitments' files say of their outcome, compared with the decisions."""

from collections.abc import Iterable

from ogp_cli.checks.comparison import CAUSES, compared
from ogp_cli.checks.rule import rule
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding


@rule("error", needs={"meetings"}, after=CAUSES)
def merge_differs(plan: Plan) -> Iterable[Finding]:
    """A file does not say what became of a commitment through a merge.

    Its `status`, `merged_into` and `merged_from` follow from the decisions of the meetings, and
    `ogp post` writes them. If several files differ from one decision, they are reported together.
    What a merge makes has its title from the decision alone.

        # data/meetings/2024-03-21.yaml         # data/commitments/10.yaml
        decisions:                              status: standing    # should be merge-proposed
        - merge: [10, 11]
          into: open-budget
          state: proposed
    """
    return compared(plan, "merge-differs")


@rule("error", needs={"meetings"}, after=CAUSES)
def cancellation_differs(plan: Plan) -> Iterable[Finding]:
    """A file does not say that a commitment was cancelled, withdrawn or reinstated.

    Or it says so, where the last decision on it is another one. `ogp post` writes the status.

        # data/meetings/2024-03-21.yaml         # data/commitments/22.yaml
        decisions:                              status: standing    # should be cancelled
        - cancel: [22]
    """
    return compared(plan, "cancellation-differs")


@rule("error", needs={"meetings"}, after=CAUSES)
def adoption_differs(plan: Plan) -> Iterable[Finding]:
    """A file does not say what the adoption of the plan made of a commitment.

    What is adopted says so, and as what; what no adoption names is `not-adopted`. The title that
    the decision gives is that of the commitment of the plan.
    """
    return compared(plan, "adoption-differs")


@rule("error", needs={"meetings"}, after=CAUSES)
def undecided(plan: Plan) -> Iterable[Finding]:
    """A file records a decision that no meeting took.

    Minutes are made from decisions, so the file would claim a decision that nobody took. Most often
    the decision is missing in the meeting's file. If the files of several commitments say so about
    one merge, they are reported together.
    """
    return compared(plan, "undecided")


@rule("error", needs={"meetings"}, after=CAUSES)
def history_differs(plan: Plan) -> Iterable[Finding]:
    """The history of a commitment does not match what the meetings reported and decided.

    A history has the words of each meeting, and nothing else: it shows how the drafting went, and
    what was amended since the card was written. `ogp post` writes it. A meeting whose file is lost
    is found by it.

        history:
          2024-03-21: [comments-shared, meeting-to-schedule/new-version]
          2024-07-15: [adopted]
    """
    return compared(plan, "history-differs")

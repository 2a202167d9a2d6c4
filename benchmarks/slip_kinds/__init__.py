"""The kinds of slips that a person makes in a book, in groups."""

from slip_kinds.acts import ADOPTION, AMENDMENTS, APPROVALS, HELD, STEPS
from slip_kinds.cards import CARDS, IRM, MILESTONES
from slip_kinds.decisions import DECISIONS, HISTORY
from slip_kinds.doubts import CONTRADICTIONS, DOUBTS
from slip_kinds.files import FILES, ONE_BY_ONE
from slip_kinds.index import INDEX
from slip_kinds.letters import SIGNS, SPELLING
from slip_kinds.making import Book, Edits, Make, read
from slip_kinds.meeting import PARTICIPANTS, SCHEDULE
from slip_kinds.numbers import NUMBERS
from slip_kinds.references import REFERENCES
from slip_kinds.reports import REPORTS
from slip_kinds.structure import STRUCTURE

# What is a wrong word, or another fact, only a reader can tell; the rest is for `ogp check`.
GROUPS: dict[str, dict[str, Make]] = {
    "spelling": SPELLING,
    "signs": SIGNS,
    "numbers, days, hours": NUMBERS,
    "structure": STRUCTURE,
    "references": REFERENCES,
    "history": HISTORY,
    "decisions": DECISIONS,
    "participants": PARTICIPANTS,
    "schedule": SCHEDULE,
    "files": FILES,
    "steps": STEPS,
    "the index": INDEX,
    "what a meeting was": HELD,
    "adoption": ADOPTION,
    "amendments": AMENDMENTS,
    "approvals, presentations": APPROVALS,
    "cards": CARDS,
    "milestones": MILESTONES,
    "IRM codings": IRM,
    "reports": REPORTS,
    "contradictions": CONTRADICTIONS,
    "doubts": DOUBTS,
}

__all__ = ["GROUPS", "ONE_BY_ONE", "Book", "Edits", "read"]

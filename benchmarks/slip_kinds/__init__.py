"""The kinds of slips that a person makes in a book, in groups."""

from slip_kinds.decisions import DECISIONS, HISTORY
from slip_kinds.files import FILES
from slip_kinds.letters import SIGNS, SPELLING
from slip_kinds.making import Book, Edits, Make, read
from slip_kinds.meeting import PARTICIPANTS, SCHEDULE
from slip_kinds.numbers import NUMBERS
from slip_kinds.references import REFERENCES
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
}

__all__ = ["GROUPS", "Book", "Edits", "read"]

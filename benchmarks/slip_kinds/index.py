"""Slips in the index of a story: by meeting, the words of what was heard and decided."""

from slip_kinds.making import COMMITMENTS, mistyped, paste, replace, swap, twice, year

LINE = r"^  \d{4}-\d\d-\d\d\S*: \[.*\n"
MEETING = r"^  (\d{4}-\d\d-\d\d\S*): \["
WORDS = r"^  \d{4}-\d\d-\d\d\S*: (\[.*\])$"

INDEX = {
    "the index: a meeting left out": replace(COMMITMENTS, LINE, ""),
    "the index: a meeting twice": replace(COMMITMENTS, LINE, twice),
    "the index: another meeting": paste(COMMITMENTS, MEETING),
    "the index: the meeting's year wrong": replace(COMMITMENTS, MEETING, year),
    "the index: two meetings swapped": swap(COMMITMENTS, LINE, neighbours=True),
    "the index: the words of another": paste(COMMITMENTS, WORDS),
    "the index: a word left out": replace(
        COMMITMENTS, r"^  \d{4}-\d\d-\d\d\S*: \[.*(, [^,\]]+)\]$", ""
    ),
    "the index: a word mistyped": replace(
        COMMITMENTS, r"^  \d{4}-\d\d-\d\d\S*: \[.*?([a-z]{4,}[a-z-]*)\b.*\]$", mistyped
    ),
    "the index: a draft left out": replace(
        COMMITMENTS, r"^  \d{4}-\d\d-\d\d\S*: \[.*?(/[a-z-]+)", ""
    ),
    "the index: left out": replace(COMMITMENTS, r"^history:\n(?:  \d.*\n)+", ""),
}

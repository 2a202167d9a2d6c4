"""All texts for people in a book."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ogp_cli.models.base import Part
from ogp_cli.plan.walk import walk
from ogp_cli.problem import Path, Place

# Not a letter: Unicode reserves it for the internal use of programs.
SEAM = "\uffff"

# How many files are searched at once: enough for speed, few enough for the memory.
_TOGETHER = 200

# A file or a part of one, and where it stands.
Owner = tuple[Part, Place]


class HumanText(NamedTuple):
    """A text, its place, and the language that the file declares for it."""

    file: str
    path: Path
    text: str
    language: str

    @property
    def at(self) -> Place:
        """Its place."""
        return Place(self.file, self.path)


class TextIndex:
    """The texts of some files joined into one string, so that one search covers them all.

    `joined` has a seam after each text and nowhere else. A plain string is in `language`. The text
    that a character belongs to is looked up only on request: few are requested, and a book may have
    a hundred thousand texts.
    """

    def __init__(self, owners: Sequence[Owner], language: str) -> None:
        self._owners, self._language = owners, language
        # The texts in other languages, and the places of those that have no line in `language`.
        self.others: list[HumanText] = []
        self.missing_main: list[Place] = []
        by_owner = []
        for owner in owners:
            texts = list(self._of(owner))
            others = [each for each in texts if each.language != language]
            if others:
                self.others += others
                self.missing_main += _missing_main(texts, others, language)
            by_owner.append("".join([each.text.replace(SEAM, " ") + SEAM for each in texts]))
        self._starts = [0, *accumulate(map(len, by_owner))]
        self.joined = "".join(by_owner)
        # The texts of the last owner that was looked up: the next lookup is most often in the same.
        self._opened = -1
        self._texts: list[HumanText] = []
        self._places: list[int] = []

    def __iter__(self) -> Iterator[HumanText]:
        """Yield the texts one by one."""
        return (text for owner in self._owners for text in self._of(owner))

    def within(self, offset: int) -> tuple[HumanText, int]:
        """Return the text that a character of `whole` belongs to, and its offset in the text."""
        index = bisect_right(self._starts, offset) - 1
        if index != self._opened:
            self._texts = list(self._of(self._owners[index]))
            lengths = (len(each.text) + 1 for each in self._texts)
            self._places = [*accumulate(lengths, initial=self._starts[index])]
            self._opened = index
        place = bisect_right(self._places, offset) - 1
        return self._texts[place], offset - self._places[place]

    def _of(self, owner: Owner) -> Iterator[HumanText]:
        part, at = owner
        for path, text, language, _ in walk(part, at.path, "texts"):
            yield HumanText(at.file, path, text, language or self._language)


def text_indexes(owners: Sequence[Owner], language: str) -> list[TextIndex]:
    """Return the texts of a book in batches of files; plain strings are in `language`."""
    starts = range(0, len(owners), _TOGETHER)
    return [TextIndex(owners[start : start + _TOGETHER], language) for start in starts]


def _missing_main(
    texts: Sequence[HumanText], others: Sequence[HumanText], language: str
) -> Iterator[Place]:
    whole = {each.path[:-1] for each in texts if each.language == language}
    paths = dict.fromkeys(each.path[:-1] for each in others)
    return (Place(others[0].file, path) for path in paths if path not in whole)

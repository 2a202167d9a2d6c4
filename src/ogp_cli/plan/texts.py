"""All texts for people in a book."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple, get_args

from ogp_cli.models.base import Part, is_model
from ogp_cli.models.types import Human
from ogp_cli.problem import Path, Place

# Not a letter: Unicode reserves it for the internal use of programs.
SEAM = "\uffff"

# How many files are searched at once: enough for speed, few enough for the memory.
_TOGETHER = 200

# The keys whose values are by id, and not by language.
_BY_ID = {"groups", "axes", "commitments"}

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

    `whole` has a seam after each text and nowhere else. A plain string is in `language`. The text
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
            by_owner.append("".join([_plain(each.text) + SEAM for each in texts]))
        self._starts = [0, *accumulate(map(len, by_owner))]
        self.whole = "".join(by_owner)
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
        model, at = owner
        return _of_model(model, at.file, at.path, self._language)


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


def _plain(text: str) -> str:
    return text.replace(SEAM, " ")


def _of_model(model: Part, file: str, path: Path, language: str) -> Iterator[HumanText]:
    for name, is_text in _fields(type(model)):
        value = getattr(model, name)
        if value:
            yield from _of_value(value, file, (*path, name), language, is_text=is_text)


def _of_value(
    value: Any,  # noqa: ANN401
    file: str,
    path: Path,
    language: str,
    *,
    is_text: bool,
) -> Iterator[HumanText]:
    if isinstance(value, str):
        if is_text:
            yield HumanText(file, path, value, language)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of_value(item, file, (*path, index), language, is_text=is_text)
    elif isinstance(value, dict):
        for key, item in value.items():
            # A text by language, or texts and models by id.
            spoken = language if path[-1] in _BY_ID else key
            yield from _of_value(item, file, (*path, key), spoken, is_text=is_text)
    else:  # any other value is a model
        yield from _of_model(value, file, path, language)


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold texts or models, and whether they hold texts."""
    found = []
    for name, field in model.model_fields.items():
        is_text = any(isinstance(each, Human) for each in field.metadata)
        kinds = set(_kinds(field.annotation)) | ({Human} if is_text else set())
        if kinds:
            found.append((name, Human in kinds))
    return tuple(found)


def _kinds(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    """Find `Human` or `Part` in an annotation."""
    if isinstance(annotation, Human):
        yield Human
    if is_model(annotation):
        yield Part
    for argument in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _kinds(argument)

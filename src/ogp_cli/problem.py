"""A mistake in the data, as data: where it is, what is wrong, and what to do.

A reader or a rule says so in a `Finding`, in the words of the code and with a `Place` in the file.
The runner makes a `Problem` of it: with the rule, the line, and words in the reader's language.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

Level = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A node of a data file, by its path: `Place("data/commitments/10.yaml", ("history", 0))`.

    `file` is relative to the root, with forward slashes. `key` means the key itself rather than its
    value; `offset` means a character inside a text. Lines are looked up only when a problem is
    reported.
    """

    file: str
    path: Path = ()
    key: bool = False
    offset: int = 0

    def __truediv__(self, step: str | int) -> "Place":
        """Return the place one step further down."""
        return Place(self.file, (*self.path, step))

    @property
    def name(self) -> "Place":
        """The place of this value's key: for a list, its name rather than its first item."""
        return Place(self.file, self.path, key=True)

    def within(self, offset: int) -> "Place":
        """Return the place of a character of this text."""
        return Place(self.file, self.path, offset=offset)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is known by its line and column, both counted from 1.

    `end_column` is the one after the last character, where that is known and on the same line.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int | None = field(default=None, compare=False)


class Acceptance(NamedTuple):
    """A rule whose findings somebody accepted in a mapping, and in everything below it."""

    at: Place
    rule: str


class Quoted(str):
    """A value that a message quotes, with the quotation marks of its language."""

    __slots__ = ()


class Keywords(NamedTuple):
    """The words that a key takes; a message lists them, in another language with what they mean."""

    words: Sequence[str]
    key: str


class Finding(NamedTuple):
    """What a rule yields; the runner stamps the rule's name and level and looks up the lines.

    `message` states the fact and `hint` the fix: templates in English, filled with `values`, so
    another language can replace the sentence and keep the facts. `related` is the other
    place that the finding is about; `also` are places of which the same is true. `follows` are the
    places where its cause may stand, which one of the rules finds that its own comes after.
    """

    at: Place | Spot
    message: str
    hint: str = ""
    values: Mapping[str, object] = MappingProxyType({})
    related: Place | Spot | None = None
    also: Sequence[Place | Spot] = ()
    follows: Sequence[Place] = ()

    @property
    def places(self) -> list[Place | Spot]:
        """Every place that it is about."""
        return [self.at, *([self.related] if self.related else []), *self.also]


class Problem(NamedTuple):
    """A finding as it is reported, in the order and with the keys of every output format.

    `related` are the other spots that it is about. `excerpt` and `related_excerpt` are the lines of
    the files that the spot is on, and the only related one.
    """

    rule: str
    level: Level
    at: Spot
    message: str
    hint: str
    related: tuple[Spot, ...] = ()
    excerpt: str = ""
    related_excerpt: str = ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every spot that it is about."""
        return self.at, *self.related

    def below(self, prefix: str) -> "Problem":
        """Return the problem with a prefix before the names of its files."""
        at, *related = (replace(spot, file=prefix + spot.file) for spot in self.spots)
        return self._replace(at=at, related=tuple(related))

    def is_in(self, files: Container[str]) -> bool:
        """Whether one of its spots is in one of the files."""
        return any(spot.file in files for spot in self.spots)

    @property
    def facts(self) -> list[tuple[str, str, str]]:
        """What it says of each of its files: what it shares with another state of the book."""
        return [(self.rule, spot.file, self.message) for spot in self.spots]


class RulePage(Protocol):
    """The documentation of a rule: its level, its first line, and the whole page."""

    @property
    def level(self) -> Level:
        """The level of what it finds."""

    @property
    def summary(self) -> str:
        """The first line."""

    @property
    def page(self) -> str:
        """What `ogp rules` prints."""

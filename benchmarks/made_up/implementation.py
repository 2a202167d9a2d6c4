"""The adoption of the plan, the cards of its commitments, and the reports of three half-years."""

import datetime as dt
import random
from collections.abc import Iterator

from made_up.records import Commitment, Meeting
from made_up.words import AXES, REASON, words

YEARS = 4  # that the plan lasts
LEAST, MOST = 3, 6  # milestones
TEXTS = ("problem", "so_far", "solution", "results")
REPORTED = 3  # half-years
PACES = (0.3, 0.6, 1, 1.5, 2)  # milestones that are completed in a half-year


class Implementation:
    """A plan that a meeting adopts, and that lasts from the next year on."""

    def __init__(self, day: dt.date) -> None:
        """Take the day of the adoption."""
        self.day = day
        self.years = range(day.year + 1, day.year + 1 + YEARS)
        self.periods = [f"{year}-{month}" for year in self.years for month in ("06", "12")]

    def adopted(
        self, chance: random.Random, standing: list[Commitment], cards: int
    ) -> Iterator[Commitment]:
        """Yield that many commitments of the plan; what they are made of, and the rest, ends."""
        chosen = {each.name for each in chance.sample(standing, cards)}
        number = 0
        for each in standing:
            if each.name in chosen:
                number += 1
                each.end(self.day, "adopted")
                each.became += f"adopted_as: c{number}\n"
                yield self._card(chance, number, each)
            else:
                each.end(self.day, "not-adopted", "explained")

    def _card(self, chance: random.Random, number: int, source: Commitment) -> Commitment:
        lines = [f"adopted_from: [{source.name}]\n", f"axis: {chance.choice([*AXES])}\n"]
        lines += [f"{key}: {words(chance, 20, 40)}\n" for key in TEXTS]
        lines.append(f"values:\n  transparency: {words(chance, 8, 20)}\nmilestones:\n")
        lines += self._milestones(chance, chance.randint(LEAST, MOST), source.lead)
        title = source.title or words(chance, 5, 9)
        card = Commitment(f"c{number}", title, source.lead, number, card="".join(lines))
        card.end(self.day, "adopted")
        for period in self.periods[:REPORTED]:
            card.add(_after(period, 50), f"presented {period}")
        return card

    def _milestones(self, chance: random.Random, count: int, lead: str) -> Iterator[str]:
        months = [f"{year}-{month:02}" for year in self.years for month in range(1, 13)]
        each = len(months) // count
        for index in range(count):
            start, due = months[index * each], months[(index + 1) * each - 1]
            yield f"- id: {index + 1}\n  title: {words(chance, 5, 14)}\n"
            yield f"  output: {words(chance, 3, 8)}\n"
            yield f"  start: {start}\n  due: {due}\n  by: [{lead}]\n"

    def meetings(self, standing: list[Commitment], institutions: list[str]) -> Iterator[Meeting]:
        """Yield the meeting that adopts the plan, and those where results are presented."""
        adopted = [each for each in standing if each.status == "adopted"]
        declined = ", ".join(each.name for each in standing if each.status != "adopted")
        adoption = Meeting(self.day, institutions=institutions, decisions=["- adopt:\n"])
        for number, each in enumerate(adopted, start=1):
            adoption.decisions.append(f"  - {{number: {number}, from: [{each.name}]}}\n")
        if declined:
            adoption.decisions.append(f"- explain: [{declined}]\n  reason: {REASON}\n")
        yield adoption
        for period in self.periods[:REPORTED]:
            said = f"presented: {period}\n"
            yield Meeting(_after(period, 50), "public", institutions=institutions, presented=said)

    def reports(
        self, chance: random.Random, cards: list[Commitment]
    ) -> Iterator[tuple[str, list[str]]]:
        """Yield the half-years that are reported on, each with the text of its report."""
        paces = [chance.choice(PACES) for _ in cards]
        for index, period in enumerate(self.periods[:REPORTED], start=1):
            text = ["commitments:\n"]
            for card, pace in zip(cards, paces, strict=True):
                text += _reported(chance, card, int(pace * index), _after(period, 20))
            yield period, text


def _reported(chance: random.Random, card: Commitment, done: int, day: dt.date) -> Iterator[str]:
    """Yield what is reported of a commitment, so many milestones of which are complete."""
    count = card.card.count("- id:")
    states = [_state(number, done) for number in range(count)]
    completion = "complete" if done >= count else "substantial" if done > count / 2 else "limited"
    yield f"  # {card.name}. {card.title}\n  {card.name}:\n"
    yield f"    reported: {day}\n    completion: {completion}\n    milestones:\n"
    yield from (f"      {number}: {state}\n" for number, state in enumerate(states, start=1))
    yield f"    done:\n    - {words(chance, 5, 12)}\n"
    if completion == "limited":
        yield f"    challenges: {words(chance, 5, 12)}\n"
    else:
        yield f"    evidence:\n    - title: {words(chance, 3, 6)}\n"
        yield f"      link: https://example.org/{card.name}\n"


def _state(number: int, done: int) -> str:
    """Return how far a milestone is: those before it are complete, and those after it wait."""
    return "complete" if number < done else "limited" if number == done else "not-started"


def _after(period: str, days: int) -> dt.date:
    """Return a day after the end of a half-year."""
    year, month = map(int, period.split("-"))
    return dt.date(year, month, 30) + dt.timedelta(days)

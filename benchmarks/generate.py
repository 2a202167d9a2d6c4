"""A realistic plan of any size, made up from a seed: `python benchmarks/generate.py 10000 FOLDER`.

Seven in eight of the commitments' files are proposals, or merges of three; some proposals are
cancelled, one in seven is adopted, the rest is not. Each commitment of the plan has a card with
three to six milestones, and is in the reports of three half-years. A file has a kilobyte and a half
of Arabic, a card three; days are quoted in the commitments' files, since some of the peers take
them for something else than text. `ogp check` finds no error; with `--wrong`, one in every
commitment. With `--drafting`, all are proposals and merges, and nothing is adopted yet.
"""

import argparse
import datetime as dt
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from made_up.drafting import INSTITUTIONS, drafting, rounds_of
from made_up.implementation import Implementation
from made_up.records import Commitment, Meeting
from made_up.words import AXES, words

CARDS = 8  # one file in so many is a commitment of the plan
KINDS = ["وزارة", "مديرية", "وكالة", "مكتب"]
PLAN = """title: خطة العمل الوطنية
country: MA
language: ar
time_zone: Africa/Casablanca
committee: لجنة الإشراف
groups:
  civil-society: ممثلي المجتمع المدني
"""


def generate(
    root: Path, commitments: int, seed: int = 0, *, wrong: bool = False, adopts: bool = True
) -> None:
    """Write `root/data/` with that many files of commitments."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for folder in ("commitments", "meetings", "reports"):
        (root / "data" / folder).mkdir(parents=True)
    cards = commitments // CARDS if adopts else 0
    made, meetings = drafting(chance, commitments - cards)
    plan = [PLAN, f"proposals: {sum(each.number is not None for each in made)}\n"]
    if cards:
        plan += _implemented(root, chance, cards, made, meetings)
    for each in made:
        colour = ["colour: red\n"] if wrong else []
        _write(root, f"commitments/{each.name}", [*each.text(), *colour])
    for meeting in meetings:
        _write(root, f"meetings/{meeting.day}", meeting.text(chance))
    _write(root, "organizations", _organizations(chance, rounds_of(commitments - cards)))
    _write(root, "plan", plan)


def _implemented(
    root: Path,
    chance: random.Random,
    cards: int,
    made: list[Commitment],
    meetings: list[Meeting],
) -> Iterator[str]:
    """Adopt the plan: add its commitments and its meetings, write its reports, say its years."""
    institutions = [*dict.fromkeys(name for each in meetings for name in each.institutions)]
    standing = [each for each in made if each.status == "standing"]
    plan = Implementation(meetings[-1].day + dt.timedelta(weeks=4))
    adopted = [*plan.adopted(chance, standing, cards)]
    made += adopted
    meetings += plan.meetings(standing, institutions)
    for period, text in plan.reports(chance, adopted):
        _write(root, f"reports/{period}", text)
    yield f"period:\n  start: {plan.years[0]}-01-01\n  end: {plan.years[-1]}-12-31\n"
    yield f"periods: [{', '.join(plan.periods)}]\n"
    yield "axes:\n"
    yield from (f"  {id_}: {name}\n" for id_, name in AXES.items())


def _write(root: Path, name: str, lines: Iterable[str]) -> None:
    path = root / "data" / f"{name}.yaml"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _organizations(chance: random.Random, rounds: int) -> Iterator[str]:
    for number in range(rounds * INSTITUTIONS):
        name = f"{chance.choice(KINDS)} {words(chance, 2, 5)}"
        yield f"institution-{number}:\n  name: {name}\n  sector: government\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commitments", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--drafting", action="store_true")
    given = parser.parse_args()
    adopts = not given.drafting
    generate(given.folder, given.commitments, given.seed, wrong=given.wrong, adopts=adopts)

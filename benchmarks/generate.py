"""A realistic plan of any size, made up from a seed: `python benchmarks/generate.py 10000 FOLDER`.

A steering committee takes up a few hundred commitments and hears of them for half a year; some are
cancelled, some merged by threes. A file has a kilobyte and a half of Arabic, as the cards of a plan
have at its end; its days are quoted, since some of the peers take them for something else than
text. `ogp check` finds no error; with `--wrong`, one in every commitment.
"""

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

AT_A_TIME = 250  # commitments that one committee takes up
INSTITUTIONS = 12  # that lead those of one committee
MEETINGS = 6  # that hear of a commitment
MERGED, CANCELLED, NOTED = 0.02, 0.05, 0.4  # how often
THREE = 3
WORDS = """
تعزيز ولوج الجمعيات للتمويل العمومي إحداث منصة وطنية تقوية قدرات المجتمع المدني إعداد مشروع قانون
التشاور تمكين المرأة من المعلومة القانونية والقضائية نشر المعطيات المفتوحة وإعادة استعمالها تطوير
خطة تواصل لفائدة المرتفقين تيسير الاستفادة الخدمات العمومية مقاربة تشاركية وشفافة التنمية المستدامة
الانفتاح على المهن والوصول إلى الخدمات الإلكترونية
"""
SAID = WORDS.split()
KINDS = ["وزارة", "مديرية", "وكالة", "مكتب"]
REASON = "عدم توفر بعد الانفتاح على المواطن"
PLAN = """title: خطة العمل الوطنية
country: MA
language: ar
time_zone: Africa/Casablanca
committee: لجنة الإشراف
groups:
  civil-society: ممثلي المجتمع المدني
"""


@dataclass
class Meeting:
    """A meeting to be written: its decisions, and the commitments that wait, by institution."""

    day: dt.date
    merges: list[tuple[list[int], str, str]] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    waiting: dict[str, list[int]] = field(default_factory=dict)
    institutions: list[str] = field(default_factory=list)


def generate(root: Path, commitments: int, seed: int = 0, *, wrong: bool = False) -> None:
    """Write `root/data/` with that many proposals, one file each, and the merged commitments."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for folder in ("commitments", "meetings"):
        (root / "data" / folder).mkdir(parents=True)
    rounds = (commitments - 1) // AT_A_TIME + 1
    meetings = [Meeting(_day(index)) for index in range(rounds * 2 - 2 + MEETINGS)]
    for index in range(rounds):
        first = index * AT_A_TIME + 1
        numbers = range(first, min(first + AT_A_TIME, commitments + 1))
        for name, text in _round(
            chance, index, list(numbers), meetings[index * 2 : index * 2 + MEETINGS]
        ):
            _write(root, f"commitments/{name}", text + ("colour: red\n" if wrong else ""))
    for meeting in meetings:
        _write(root, f"meetings/{meeting.day}", "".join(_meeting(chance, meeting)))
    _write(root, "organizations", "".join(_organizations(chance, rounds)))
    _write(root, "plan", PLAN)


def _write(root: Path, name: str, text: str) -> None:
    (root / "data" / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")


def _day(index: int) -> dt.date:
    return dt.date(2010, 1, 15) + dt.timedelta(weeks=4 * index)


def _words(chance: random.Random, least: int, most: int) -> str:
    said = chance.choices(SAID, k=chance.randint(least, most))
    return " ".join(word for word, _ in groupby(said))


def _round(
    chance: random.Random, index: int, numbers: list[int], meetings: list[Meeting]
) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of commitments that the same meetings hear of."""
    leads = [f"institution-{index * INSTITUTIONS + each}" for each in range(INSTITUTIONS)]
    for meeting in meetings:
        meeting.institutions += leads
    while numbers:
        lead = chance.choice(leads)
        if len(numbers) >= THREE and chance.random() < MERGED:
            members, numbers = numbers[:THREE], numbers[THREE:]
            yield from _merge(chance, members, lead, meetings)
        else:
            number, numbers = numbers[0], numbers[1:]
            yield str(number), _single(chance, number, lead, meetings)


def _merge(
    chance: random.Random, members: list[int], lead: str, meetings: list[Meeting]
) -> Iterator[tuple[str, str]]:
    first, *_, last = meetings
    card = f"merge-of-{'-'.join(map(str, members))}"
    first.merges.append((members, card, "proposed"))
    last.merges.append((members, card, "decided"))
    fate = f"status: merged\nmerged_into: {card}\n"
    steps = [(first, "merge-proposed"), (first, "merged-card-pending"), (last, "merged")]
    for number in members:
        yield str(number), _commitment(chance, number, lead, fate, steps)
    title = _words(chance, 5, 9)
    yield card, f"title: {title}\nlead: {lead}\nstatus: standing\nmerged_from: {members}\n"


def _single(chance: random.Random, number: int, lead: str, meetings: list[Meeting]) -> str:
    first, *later, last = meetings
    steps = [(first, "comments-shared"), (first, "meeting-to-schedule")]
    first.waiting.setdefault(lead, []).append(number)
    for meeting in later:
        steps += [(meeting, "meeting-held"), (meeting, chance.choice(STEPS))]
    if chance.random() < CANCELLED:
        last.cancelled.append(number)
        return _commitment(
            chance, number, lead, "status: cancelled\n", [*steps, (last, "cancelled")]
        )
    steps += [(last, "new-version-received")]
    return _commitment(chance, number, lead, "status: standing\n", steps)


STEPS = ["comments-integrating", "comments-integrated", "new-version-received"]


def _commitment(
    chance: random.Random, number: int, lead: str, fate: str, history: list[tuple[Meeting, str]]
) -> str:
    lines = [f"number: {number}\ntitle: {_words(chance, 5, 14)}\nlead: {lead}\n{fate}history:\n"]
    for meeting, step in history:
        lines.append(f"- meeting: '{meeting.day}'\n  step: {step}\n")
        if step == "cancelled":
            lines.append(f"  reason: {REASON}\n")
        elif chance.random() < NOTED:
            lines.append(f"  note: {_words(chance, 8, 20)}\n")
    return "".join(lines)


def _meeting(chance: random.Random, meeting: Meeting) -> Iterator[str]:
    yield f"date: {meeting.day}\nkind: steering-committee\nparticipants:\n"
    for number, lead in enumerate(meeting.institutions):
        gender = chance.choice("fm")
        yield f"- {{name: Person {number}, gender: {gender}, organization: {lead}}}\n"
    yield f"agreed:\n- {_words(chance, 20, 40)}\n"
    if meeting.merges or meeting.cancelled:
        yield "decisions:\n"
    for members, card, state in meeting.merges:
        yield f"- merge: {members}\n  into: {card}\n  state: {state}\n"
    if meeting.cancelled:
        yield f"- cancel: {meeting.cancelled}\n  reason: {REASON}\n"
    if meeting.waiting:
        yield "schedule:\n"
    for number, (lead, commitments) in enumerate(meeting.waiting.items()):
        day = meeting.day + dt.timedelta(days=1 + number // 4)
        yield (
            f"- at: {day} {9 + 2 * (number % 4):02}:00\n  organizations: [{lead}]\n"
            f"  commitments: {commitments}\n  attendees: [civil-society]\n"
        )


def _organizations(chance: random.Random, rounds: int) -> Iterator[str]:
    for number in range(rounds * INSTITUTIONS):
        name = f"{chance.choice(KINDS)} {_words(chance, 2, 5)}"
        yield f"institution-{number}:\n  name: {name}\n  sector: government\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commitments", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--wrong", action="store_true")
    given = parser.parse_args()
    generate(given.folder, given.commitments, given.seed, wrong=given.wrong)

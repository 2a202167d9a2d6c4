"""`ogp schedule` on both plans; its calendars read by another library."""

import datetime as dt
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from conftest import FRENCH, Ogp, adopted_book, some
from dateutil.tz import tzical
from hostile import ALL, shown
from syrupy.assertion import SnapshotAssertion

Whole = Callable[[str], SnapshotAssertion]

MEETING = "data/meetings/2025-01-15.yaml"
# Ramadan of 2024: Morocco is on UTC+0.
MOMENTS = [
    "2024-03-25T12:30Z",
    "2024-03-25T15:30Z",
    "2024-03-26T11:00Z",
    "2024-03-26T11:30Z",
    "2024-03-26T13:00Z",
    "2024-03-26T14:00Z",
    "2024-03-27T11:00Z",
    "2024-03-27T14:00Z",
]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def calendar(ogp: Ogp, folder: Path, *arguments: str) -> bytes:
    result = ogp("schedule", "--format", "ics", *arguments, cwd=folder)
    assert (result.code, result.err) == (0, "")
    return result.raw


def events(raw: bytes) -> list[Any]:
    return list(vobject.readOne(raw.decode()).contents.get("vevent", []))


def moments(raw: bytes) -> list[str]:
    found = [event.dtstart.value.astimezone(dt.UTC) for event in events(raw)]
    return [f"{moment:%Y-%m-%dT%H:%MZ}" for moment in found]


def uids(raw: bytes) -> list[str]:
    return [event.uid.value for event in events(raw)]


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_table_of_the_real_plan(ogp: Ogp, whole: Whole, lang: str) -> None:
    result = ogp("schedule", "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert result.out == whole("txt")


def test_table_of_the_french_plan(ogp: Ogp, whole: Whole) -> None:
    assert ogp("schedule", cwd=FRENCH, LANG="fr_FR.UTF-8").out == whole("txt")


def test_json_of_the_real_plan(ogp: Ogp, whole: Whole) -> None:
    result = ogp("schedule", "--format", "json")
    assert result.out == whole("json")
    value = json.loads(result.out)
    assert value["schema"] == 1
    assert list(value["slots"][0]) == [
        "kind",
        "meeting",
        "at",
        "organizations",
        "commitments",
        "milestone",
        "title",
        "attendees",
        "state",
        "scheduled",
    ]
    assert [slot["at"] for slot in value["slots"]] == [
        moment.replace("Z", ":00+00:00") for moment in MOMENTS
    ]


def test_json_is_in_the_clock_of_the_plan(ogp: Ogp) -> None:
    slots = json.loads(ogp("schedule", "--format", "json", cwd=FRENCH).out)["slots"]
    assert [slot["at"] for slot in slots] == [
        "2025-01-22T09:30:00+01:00",
        "2025-02-20T14:00:00+01:00",
    ]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_calendar_of_the_real_plan(ogp: Ogp, whole: Whole, lang: str) -> None:
    raw = calendar(ogp, FRENCH.parents[2], "--lang", lang)
    unfolded = raw.decode().replace("\r\n ", "")  # versions of the library fold elsewhere
    assert unfolded.replace("\r\n", "\n") == whole("ics")
    assert raw == calendar(ogp, FRENCH.parents[2], "--lang", lang)


def test_another_library_reads_the_eight_moments(ogp: Ogp) -> None:
    raw = calendar(ogp, FRENCH.parents[2])
    assert moments(raw) == MOMENTS
    first = events(raw)[0]
    assert len(set(uids(raw))) == len(MOMENTS)
    assert first.dtstamp.value == dt.datetime(2024, 3, 21, tzinfo=dt.UTC)
    assert [event.duration.value for event in events(raw)] == [
        dt.timedelta(minutes=30 if moment == "2024-03-26T11:00Z" else 60) for moment in MOMENTS
    ]
    assert first.description.value.endswith("the calendar shows an hour at most.")
    assert not {"dtend", "location"} & set(first.contents)


def test_a_calendar_says_what_is_known(ogp: Ogp, french: Path) -> None:
    known = "\n  end: 2025-01-22 11:15\n  place: {mode: in-person, address: Salle 2}"
    edit(french / MEETING, "2025-01-22 09:30", f"2025-01-22 09:30{known}")
    raw = calendar(ogp, french, "--lang", "en")
    first, second = events(raw)
    assert first.duration.value == dt.timedelta(hours=1, minutes=45)
    assert first.location.value == "meeting in person – Salle 2"
    assert "not known" not in first.description.value
    assert second.duration.value == dt.timedelta(hours=1)
    assert first.summary.value.endswith(" – on commitments 1 and 2")
    assert second.summary.value.endswith(" – on commitment 3")
    names = vobject.readOne(raw.decode()).contents
    for key in ("name", "x-wr-calname"):
        assert names[key][0].value.startswith("Coordination meetings – Sample action plan")
    edit(french / MEETING, "2025-01-22 11:15", "2025-01-22 09:30")
    result = ogp("check", cwd=french)
    assert result.code == 1
    assert "wrong-shape]: the slot ends before it starts" in result.out


@pytest.mark.parametrize("title", ["a, b; c", r"a\b\n", r"a\, b\;", 'x":y,\\'])
def test_every_text_of_a_calendar_is_escaped(ogp: Ogp, french: Path, title: str) -> None:
    said = json.dumps(title)
    edit(french / "data/plan.yaml", "en: Sample action plan", f"en: {said}")
    place = f"\n  place: {{mode: in-person, address: {said}}}"
    edit(french / MEETING, "2025-01-22 09:30", f"2025-01-22 09:30{place}")
    text = calendar(ogp, french, "--lang", "en").decode().replace("\r\n ", "")
    properties = "NAME|X-WR-CALNAME|SUMMARY|DESCRIPTION|LOCATION|UID|PRODID|TZID|TZNAME|TRANSP"
    found = re.findall(rf"(?m)^({properties}):(.*)\r$", text)
    assert {"NAME", "X-WR-CALNAME", "SUMMARY", "LOCATION"} <= {name for name, _ in found}
    for name, value in found:  # RFC 5545, 3.3.11
        assert re.fullmatch(r"([^\\,;]|\\[\\,;nN])*", value), name
    names = [re.sub(r"\\(.)", r"\1", value) for name, value in found if name.endswith("NAME")]
    assert names[:2] == [f"Coordination meetings – {title}"] * 2


@pytest.mark.parametrize(
    ("zone", "year"),
    some(
        2,
        [
            ("Africa/Casablanca", 2013),  # four changes: summer time, and Ramadan in its midst
            ("Africa/Casablanca", 2024),
            ("Africa/Casablanca", 2030),  # Ramadan twice
            ("Europe/Paris", 2025),
            ("America/Santiago", 2025),
            ("Australia/Lord_Howe", 2025),
            ("Asia/Kathmandu", 2025),
        ],
    ),
)
def test_the_zone_is_right_at_every_hour_of_the_year(
    ogp: Ogp, french: Path, zone: str, year: int
) -> None:
    edit(french / "data/plan.yaml", "Europe/Paris", zone)
    edit(french / MEETING, "2025-01-22 09:30", f"{year}-07-01 09:30")
    edit(french / MEETING, "2025-02-20 14:00", f"{year}-12-01 14:00")
    text = calendar(ogp, french).decode()
    written = tzical(io.StringIO(text)).get(zone)
    assert written
    hour = dt.datetime(year, 1, 1)  # noqa: DTZ001 - a clock's own hours
    while hour.year == year:
        known = {hour.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset() for fold in (0, 1)}
        if len(known) == 1:  # else the hour is there twice, or not at all
            assert {hour.replace(tzinfo=written).utcoffset()} == known, hour
        hour += dt.timedelta(hours=1)


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC"])
def test_a_clock_on_utc(ogp: Ogp, french: Path, zone: str) -> None:
    edit(french / "data/plan.yaml", "Europe/Paris", zone)
    assert moments(calendar(ogp, french)) == ["2025-01-22T09:30Z", "2025-02-20T14:00Z"]


@pytest.mark.parametrize("year", ["1900", "2099"])
def test_a_year_at_the_end_of_the_calendar(ogp: Ogp, french: Path, year: str) -> None:
    edit(french / MEETING, "2025-02-20 14:00", f"{year}-12-31 23:59")
    assert f":{year}1231T235900\r\n" in calendar(ogp, french).decode()
    for form in ("csv", "json"):
        assert f"{year}-12-31" in ogp("schedule", "--format", form, cwd=french).out


def test_a_moved_slot_keeps_its_uid(ogp: Ogp, french: Path) -> None:
    before = calendar(ogp, french)
    edit(french / MEETING, "2025-01-22 09:30", "2025-03-22 17:45")
    after = calendar(ogp, french)
    assert moments(before) == ["2025-01-22T08:30Z", "2025-02-20T13:00Z"]
    assert moments(after) == ["2025-02-20T13:00Z", "2025-03-22T16:45Z"]
    assert uids(after) == uids(before)[::-1]


def test_a_uid_depends_on_the_content_and_not_on_the_order(ogp: Ogp, french: Path) -> None:
    before = uids(calendar(ogp, french))
    edit(
        french / MEETING,
        "  commitments: [budget-ouvert, marches-publics]\n",
        "  commitments: [marches-publics, budget-ouvert]\n",
    )
    assert uids(calendar(ogp, french)) == before
    edit(french / MEETING, "[petitions]", "[petitions, guichet]")
    changed = uids(calendar(ogp, french))
    assert changed[0] == before[0]
    assert changed[1] != before[1]


def test_slots_that_are_alike_have_uids_of_their_own(ogp: Ogp, french: Path) -> None:
    before = uids(calendar(ogp, french))
    slot = "- at: 2025-02-{} 14:00\n  organizations: [ministere-b]\n  commitments: [petitions]\n"
    file = french / MEETING
    file.write_text(file.read_text(encoding="utf-8") + slot.format(18), encoding="utf-8")
    after = uids(calendar(ogp, french))
    assert len(set(after)) == 3
    assert [after[0], after[2]] == before


def test_hostile_text(ogp: Ogp, hostile: Path) -> None:
    edit(
        hostile / "data/plan.yaml",
        "représentants de la société civile",
        r'"a;b,c\\d\ne\rf\tg\e[31mh\u202Ei\0j\\n\r\nEND:VEVENT\r\nBEGIN:VALARM"',
    )
    ogp("schedule", "--output", hostile / "all.ics", cwd=hostile)  # a stream spells some otherwise
    raw = (hostile / "all.ics").read_bytes()
    first, second = events(raw)
    guest = r"a;b,c\d e f g�[31mh�i�j\n END:VEVENT BEGIN:VALARM"
    assert f"- {guest}" in first.description.value.split("\n")
    assert second.description.value.split("\n")[0].endswith(f". {shown(ALL)}")
    assert set(first.contents) <= {name.lower() for name in re.findall("[A-Z-]+", _NAMES)}
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x1f\x7f]", b"".join(lines))
    assert [line.decode() for line in lines]  # no letter is cut by a fold
    table = ogp("schedule", cwd=hostile).out
    assert not {"\x1b", "\u202e", "\0"} & set(table)


_NAMES = "UID DTSTAMP DTSTART DURATION SUMMARY DESCRIPTION SEQUENCE LAST-MODIFIED"


NOWHERE = "commitments: [nothing]\n  attendees: [nowhere]"


def test_unknown_names_stand_as_they_are(ogp: Ogp, french: Path) -> None:
    edit(french / MEETING, "[ministere-b]", "[nobody]")
    edit(french / MEETING, "commitments: [petitions]", NOWHERE)
    last = ogp("schedule", "--lang", "fr", cwd=french).out.splitlines()[-1]
    assert re.split(r"  +", last)[1:] == ["nobody", "nothing", "nowhere", "à venir"]
    second = events(calendar(ogp, french))[1]
    assert second.description.value.startswith("nothing\n")


def test_as_of(ogp: Ogp) -> None:
    assert ogp("schedule", "--as-of", "2024-03-21").out == ogp("schedule").out
    early = ogp("schedule", "--as-of", "2024-03-20", "--format", "json")
    assert json.loads(early.out)["slots"] == []


def test_an_empty_schedule(ogp: Ogp) -> None:
    raw = calendar(ogp, FRENCH, "--as-of", "2024-01-01")
    assert events(raw) == []
    table = ogp("schedule", "--as-of", "2024-01-01", "--lang", "fr", cwd=FRENCH)
    assert (table.code, len(table.out.splitlines())) == (0, 2)


def test_what_it_cannot_do(ogp: Ogp, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = ogp("schedule", "--format", "icss")
    assert (unknown.code, unknown.raw) == (2, b"")
    assert "“icss” is not one of" in unknown.err
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "ogp_cli.present.formats.ics", raising=False)
    missing = ogp("schedule", "--format", "ics")
    assert (missing.code, missing.raw) == (2, b"")
    assert "this format needs the package “icalendar”" in missing.err
    assert "install ogp with its extra “documents”" in missing.err
    assert ogp("schedule").code == 0


def test_a_broken_file_does_not_hide_the_others(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/5.yaml").write_text("number: [5\n")
    (book / "data/organizations.yaml").write_text("a: 1\n")
    result = ogp("schedule", "--format", "ics", cwd=book)
    assert (result.code, moments(result.raw)) == (0, MOMENTS)
    assert result.err == "ogp: 2 files could not be read and are left out; run: ogp check\n"


LIFE = {
    "2025-01-10": """\
date: 2025-01-10
kind: steering-committee
participants: [{name: Person One, gender: f, organization: ministry-a}]
steps:
- on: [1]
  heard: [meeting-to-schedule]
schedule:
- at: 2025-01-20 10:00
  end: 2025-01-20 11:30
  organizations: [ministry-a]
  commitments: [1]
  place: {mode: in-person, address: Room 1}
- at: 2025-01-21 10:00
  organizations: [ministry-a]
  commitments: [1]
""",
    "2025-01-15": """\
date: 2025-01-15
kind: steering-committee
steps: []
reschedule:
  2025-01-20 10:00: 2025-01-27 09:00
call_off:
  2025-01-21 10:00: the ministry cannot come
""",
    "2025-01-27": "date: 2025-01-27\nkind: coordination\nslot: 2025-01-20 10:00\n",
    "2025-03-03": "date: 2025-03-03\ntime: 10:00\nkind: steering-committee\nstate: planned\n",
}


def test_the_life_of_a_slot(ogp: Ogp, tmp_path: Path) -> None:
    """Findings J9: what was scheduled is moved, called off or held; a calendar follows."""
    book = adopted_book(tmp_path)
    (book / "data/meetings/2025-03-10.yaml").unlink()
    (book / "data/commitments/c1.yaml").unlink()
    proposal = "number: 1\ntitle: Proposal number 1\nlead: ministry-a\nstatus: standing\n"
    (book / "data/commitments/1.yaml").write_text(proposal, encoding="utf-8")
    days = list(LIFE)
    seen: list[list[tuple[object, ...]]] = []
    calendars = []
    for day in days:
        (book / f"data/meetings/{day}.yaml").write_text(LIFE[day], encoding="utf-8")
        told = ogp("schedule", "--format", "json", cwd=book).out
        seen.append([(each["at"][:16], each["state"]) for each in json.loads(told)["slots"]])
        calendars.append(calendar(ogp, book, "--lang", "en"))
    first = [("2025-01-20T10:00", "open"), ("2025-01-21T10:00", "open")]
    moved = [("2025-01-21T10:00", "called-off"), ("2025-01-27T09:00", "moved")]
    held = [moved[0], ("2025-01-27T09:00", "held")]
    assert seen == [first, moved, held, [*held, ("2025-03-03T10:00", None)]]

    before, after = ({each.uid.value: each for each in events(raw)} for raw in calendars[:2])
    assert before.keys() == after.keys()
    later = sorted(after.values(), key=lambda event: event.dtstart.value)
    assert {each.sequence.value for each in before.values()} == {"0"}
    assert [each.sequence.value for each in later] == ["1", "1"]
    assert [getattr(each, "status", None) is not None for each in later] == [True, False]
    assert later[0].status.value == "CANCELLED"
    assert later[0].description.value.startswith("called off: the ministry cannot come\n")
    assert later[1].duration.value == dt.timedelta(minutes=90)
    assert {each.dtstamp.value.day for each in later} == {15}
    assert events(calendars[3])[2].summary.value == "steering committee"

    changes = ogp("changes", "--since", "2025-01-01", "--format", "json", cwd=book).out
    entries = [each for each in json.loads(changes)["changes"] if each["kind"] == "slot"]
    assert [(each["meeting"], each["at"][:16], each["state"]) for each in entries] == [
        ("2025-01-10", "2025-01-20 10:00", "open"),
        ("2025-01-10", "2025-01-21 10:00", "open"),
        ("2025-01-15", "2025-01-27 09:00", "moved"),
        ("2025-01-15", "2025-01-21 10:00", "called-off"),
        ("2025-01-27", "2025-01-27 09:00", "held"),
    ]
    options = ("--since", "2025-01-10", "--until", "2025-01-15", "--lang", "en")
    told = ogp("changes", *options, cwd=book).out.partition("Meetings planned (2)\n")[2]
    life, gone = told.splitlines()
    assert life.endswith(
        "Monday 27 January 2025 09:00 – Ministry A – 1 – moved from 2025-01-20 10:00"
    )
    assert gone.endswith("10:00 – Ministry A – 1 – called off: the ministry cannot come")

    as_of = ogp("schedule", "--as-of", "2025-01-14", "--format", "json", cwd=book).out
    assert [(each["at"][:16], each["state"]) for each in json.loads(as_of)["slots"]] == first
    table = ogp("schedule", "--lang", "en", cwd=book).out
    assert "called off: the ministry cannot come" in table
    minutes = ogp("render-minutes", "2025-01-10", "--lang", "en", cwd=book).out
    assert "Monday 20 January 2025" in minutes
    kept = ogp("render-minutes", "2025-01-27", "--lang", "en", cwd=book).out
    for each in ("at 09:00", "meeting in person – Room 1", "Ministry A", "Proposal number 1"):
        assert each in kept


@pytest.mark.parametrize(("day", "state"), [("2025-01-20", "held"), ("2025-01-17", "open")])
def test_a_slot_was_held_where_a_meeting_heard_so(
    ogp: Ogp, tmp_path: Path, day: str, state: str
) -> None:
    book = adopted_book(tmp_path)
    slot = (
        "schedule:\n- {at: '2025-01-20 10:00', organizations: [ministry-a], commitments: [2, 1]}\n"
    )
    step = f"steps:\n- on: [1]\n  heard: [{{step: meeting-held, date: {day}}}]\n"
    for date, text in (("2025-01-10", slot), ("2025-02-10", step), ("2025-02-17", step)):
        kind = f"date: {date}\nkind: steering-committee\n"
        (book / f"data/meetings/{date}.yaml").write_text(kind + text, encoding="utf-8")
    told = json.loads(ogp("schedule", "--format", "json", cwd=book).out)["slots"]
    assert [each["state"] for each in told if each["kind"] == "slot"] == [state]
    changes = ogp("changes", "--since", "2025-01-01", "--format", "json", cwd=book).out
    slots = [each for each in json.loads(changes)["changes"] if each["kind"] == "slot"]
    assert [(each["meeting"], each["state"]) for each in slots] == [
        ("2025-01-10", "open"),
        *([("2025-02-10", "held")] if state == "held" else []),
    ]


def test_a_coordination_meeting_is_made_from_its_slot(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    for day in list(LIFE)[:2]:
        (book / f"data/meetings/{day}.yaml").write_text(LIFE[day], encoding="utf-8")
    assert ogp("new", "meeting", "2025-01-27", "--kind", "coordination", cwd=book).code == 0
    text = (book / "data/meetings/2025-01-27.yaml").read_text(encoding="utf-8")
    assert "kind: coordination\nslot: '2025-01-20 10:00'\n# Monday 27 January 2025 at 09:00" in text
    posted = ogp("post", cwd=book)
    assert "changed data/commitments/1.yaml" in posted.out, posted.err
    step = "\n  2025-01-27: [meeting-held]\n"
    assert step in (book / "data/commitments/1.yaml").read_text(encoding="utf-8")


def test_a_milestone_that_moves_updates_its_event(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    before = {event.uid.value: event for event in events(calendar(ogp, book))}
    move = 'decisions:\n- amend: [c1]\n  move: {"1.10": 2025-09}\n'
    file = book / "data/meetings/2025-05-12.yaml"
    file.write_text(f"date: 2025-05-12\nkind: act\nsteps: []\n{move}", encoding="utf-8")
    assert ogp("post", cwd=book).code == 0
    after = {event.uid.value: event for event in events(calendar(ogp, book))}
    assert before.keys() == after.keys()
    (moved,) = (uid for uid in after if after[uid].dtstart.value == dt.date(2025, 9, 30))
    assert {uid: int(event.sequence.value) for uid, event in after.items()} == {
        uid: int(uid == moved) for uid in before
    }
    assert after[moved].dtstamp.value > before[moved].dtstamp.value

    change = 'decisions:\n- amend: [c1]\n  change: {"1.10": {title: Another name}}\n'
    later = book / "data/meetings/2025-05-19.yaml"
    later.write_text(f"date: 2025-05-19\nkind: act\nsteps: []\n{change}", encoding="utf-8")
    renamed = {event.uid.value: event for event in events(calendar(ogp, book))}[moved]
    assert (renamed.sequence.value, "Another name" in renamed.summary.value) == ("2", True)
    card = book / "data/commitments/c1.yaml"
    text = card.read_text(encoding="utf-8")
    assert "2025-06" in text
    card.write_text(text.replace("2025-06", "2025-07"), encoding="utf-8")
    corrected = {event.uid.value: event for event in events(calendar(ogp, book))}
    assert corrected.keys() == after.keys()
    assert corrected[moved].sequence.value == "2"

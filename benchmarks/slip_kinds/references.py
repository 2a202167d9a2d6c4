"""Slips in ids: another one, one that is not there, one spelt in another way."""

from random import Random

from slip_kinds.making import (
    ANY,
    COMMITMENTS,
    INSTITUTIONS,
    MEETING,
    MERGED,
    mistyped,
    other,
    paste,
    replace,
)

NUMBER = r"(?<=[\[ ])\d+(?=[,\]])"
WHOLE = r"^  (?:commitments|organizations|attendees): \[(.*)\]$"
LEAD = r"^lead: (.*)$"
PERSONS = r"^  organization: (.*)$"
SLOTS = r"^  organizations: \[([a-z-]+)"
INVITED = r"(?<=[\[ ])(?:open-government-team|ogp-coordinator|civil-society)(?=[,\]])"
INTO = r"^merged_into: (.*)$"
IDS = r"(?:^lead: |^  organization: |^  organizations: \[|^merged_into: |^  into: )([a-z0-9-]+)"


def _gone(old: str, pick: Random) -> str:
    return f"{old}{pick.randrange(10)}"


def _first(old: str, _: Random) -> str:
    return old.partition(", ")[2]


def _twice(old: str, _: Random) -> str:
    return f"{old}, {old.partition(', ')[0]}"


REFERENCES = {
    "a listed commitment: another": paste(MEETING, NUMBER),
    "a listed commitment: unknown": replace(ANY, NUMBER, lambda old, _: f"9{old}"),
    "a listed commitment: left out": replace(MEETING, r"(?<=[\[ ])(\d+, )", ""),
    "a member of a merged commitment: another": replace(
        MERGED, NUMBER, lambda _, pick: str(pick.randrange(1, 28))
    ),
    "a member of a merged commitment: left out": replace(MERGED, r"\d+, |, \d+(?=\])", ""),
    "a member of a merged commitment: added": replace(
        MERGED, r"(?<=\d)(?=\])", lambda _, pick: f", {pick.randrange(1, 28)}"
    ),
    "a list: the first id left out": replace(MEETING, WHOLE, _first),
    "a list: an id twice": replace(MEETING, WHOLE, _twice),
    "merged_into: another merge": replace(
        COMMITMENTS, INTO, other("enabling-environment", "merge-of-23-24-27")
    ),
    "merged_into: a proposal": replace(
        COMMITMENTS, INTO, lambda _, pick: f"{pick.randrange(1, 28)}"
    ),
    "merged_into: left out": replace(COMMITMENTS, r"^merged_into: .*\n", ""),
    "a lead: another institution": paste(COMMITMENTS, LEAD),
    "a lead: an association": replace(COMMITMENTS, LEAD, other("lebirat", "oecd", "four-chabab")),
    "a lead: left out": replace(COMMITMENTS, r"^lead: .*\n", ""),
    "an id mistyped": replace(ANY, IDS, mistyped),
    "an id that is not there": replace(ANY, IDS, _gone),
    "an id with a capital": replace(ANY, IDS, lambda old, _: old.capitalize()),
    "an id with _ for -": replace(
        ANY, r": \[?([a-z]+-[a-z-]+)", lambda old, _: old.replace("-", "_")
    ),
    "an institution's name for its id": replace(ANY, rf"{LEAD}|{PERSONS}", "وزارة العدل"),
    "an institution's id: mistyped at its place": replace(INSTITUTIONS, r"^([a-z-]+):$", mistyped),
    "an institution: left out": replace(INSTITUTIONS, r"^[a-z-]+:\n(?:  .*\n)+", ""),
    "an institution: another sector": replace(
        INSTITUTIONS, r"^  sector: (.*)$", other("government", "civil-society", "international")
    ),
    "an institution: the name of another": paste(INSTITUTIONS, r"^  name: (.*)$"),
    "an institution: part of another": replace(
        INSTITUTIONS, r"^  part_of: (.*)$", other("justice", "solidarity", "youth", "oecd")
    ),
    "a group that is not there": replace(MEETING, INVITED, lambda old, _: f"{old}s"),
    "an institution for a group": replace(MEETING, INVITED, "justice"),
}

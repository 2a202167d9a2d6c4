"""Slips that leave every file in order: the book contradicts itself, or is hard to believe."""

import re
from random import Random

from slip_kinds.cards import CODING, START
from slip_kinds.files import moved
from slip_kinds.making import (
    ANY,
    CARD,
    COMMITMENTS,
    INSTITUTIONS,
    MEETING,
    PLAN,
    REPORT,
    Book,
    Edits,
    Make,
    Place,
    other,
    places,
    put,
    replace,
    said,
)

PEOPLE = r"^(?:participants|apologies):\n"
PERSON = r"^- name: .*\n(?:  .*\n)+"
FORMERLY = r"^  formerly:\n((?:  - name:.*\n(?:      .*\n)*    until: .*\n)+)"
PRESENTED = r"^presented: \[?(\d{4}-\d\d)"
RESERVED = "con", "aux", "nul", "prn"


def _one(book: Book, pick: Random, files: str, pattern: str) -> Place | None:
    return pick.choice(found) if (found := places(book, files, pattern)) else None


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _there_and_excused(book: Book, pick: Random) -> Edits:
    """Excuse a participant or the chair."""
    chairs = r"^chair:\n(?:  .*\n)+"
    if not (place := _one(book, pick, MEETING, rf"{PERSON}|{chairs}")):
        return {}
    person = re.sub(r"\Achair:\n  ", "- ", said(book, place))
    text = book[place.file]
    if "\napologies:\n" in text:
        return {place.file: text.replace("\napologies:\n", f"\napologies:\n{person}", 1)}
    return {place.file: f"{text}apologies:\n{person}"}


def _both_presented(book: Book, pick: Random) -> Edits:
    """Let a meeting present the half-year that another one presents."""
    year = _one(book, pick, MEETING, PRESENTED)
    held = _one(book, pick, MEETING, r"\A(?!(?:.*\n)*(?:state: planned|presented:))(?:.*\n)+")
    if not year or not held:
        return {}
    return {held.file: f"{book[held.file]}presented: {said(book, year)}\n"}


def _reported_later(book: Book, pick: Random) -> Edits:
    """Let an institution report two months after its report was presented."""
    months = {said(book, each): each.file for each in places(book, MEETING, PRESENTED)}
    days = places(book, f"{REPORT}(?:{'|'.join(months)})", r"^    reported: (.*)$")
    if not months or not days:
        return {}
    place = pick.choice(days)
    held = _stem(months[_stem(place.file)])
    return put(book, place, f"{held[:5]}{int(held[5:7]) + 2:02}{held[7:10]}")


def _lead_supports(book: Book, pick: Random) -> Edits:
    """Name the lead of a card among those who support it."""
    if not (place := _one(book, pick, CARD, r"^supporting: \[()")):
        return {}
    lead = re.search(r"^lead: (.*)$", book[place.file], re.MULTILINE)
    return put(book, place, f"{lead[1]}, ") if lead else {}


def _by_a_stranger(book: Book, pick: Random) -> Edits:
    """Give a milestone to an institution that has no part in the commitment."""
    place = _one(book, pick, CARD, r"^  by: \[(.*)\]$")
    if not place:
        return {}
    known = re.findall(r"^([a-z0-9-]+):$", book["data/organizations.yaml"], re.MULTILINE)
    return put(book, place, pick.choice([each for each in known if each not in book[place.file]]))


def _coded_otherwise(old: str, _: Random) -> str:
    turned = {"true": "false", "false": "true"}
    return old + re.sub(r"true|false", lambda found: turned[found[0]], old)


def _until_the_same_day(old: str, _: Random) -> str:
    return old + re.sub(r"(?<=: )(?=\D)", "X ", old)


def _out_of_order(old: str, _: Random) -> str:
    return old + re.sub(r"(?<=until: )\d{4}", "2021", old)


def _complete_is_moved(book: Book, pick: Random) -> Edits:
    """Let an amendment move a milestone that a report called complete."""
    moves = places(book, MEETING, r"^- amend: \[c\d+\]\n(?:  .*\n)*?  move: \{('?[\d.]+'?)(?=:)")
    made: list[Edits] = []
    for place in moves:
        card = re.findall(r"^- amend: \[(c\d+)\]$", book[place.file][: place.start], re.MULTILINE)[
            -1
        ]
        for file in sorted(book):
            entry = re.search(rf"^  {card}:\n(?:    .*\n)+", book[file], re.MULTILINE)
            if entry and file.startswith(REPORT) and _stem(file) < _stem(place.file)[:7]:
                ids = re.findall(r"('?[\d.]+'?): complete", entry[0])
                made += [put(book, place, each) for each in ids]
    return pick.choice(made) if made else {}


def _everywhere(files: str, new: str) -> Make:
    """Give a record another id in its own file, and wherever it is named."""

    def make(book: Book, pick: Random) -> Edits:
        records = [file for file in book if re.search(files, file)]
        if not records:
            return {}
        file = records[-1] if "{year}" in new else pick.choice(records)
        old = _stem(file)
        name = new.format(
            year=pick.choice((2052, 2062)), rest=old[4:], reserved=pick.choice(RESERVED)
        )
        pattern = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
        edits: dict[str, str | bytes | None] = {
            each: pattern.sub(name, text) for each, text in book.items() if pattern.search(text)
        }
        text = edits.pop(file, book[file])
        return {**edits, file: None, f"{file.rpartition('/')[0]}/{name}.yaml": text}

    return make


RECORDED = r"data/meetings/(?!2026-12|2027)"
MERGE = r"data/commitments/(?!c?\d)"
CONTRADICTIONS = {
    "somebody took part and is excused": _there_and_excused,
    "a report of a day after its presentation": _reported_later,
    "two meetings presented one half-year": _both_presented,
    "a meeting copied as -b": moved("{folder}/{stem}-b.yaml", copy=True, within=MEETING),
    "an IRM coding twice, with other findings": replace(CARD, CODING, _coded_otherwise),
    "an IRM coding from before the plan": replace(CARD, r"^- report: .*\n  date: (\d{4})", "2015"),
    "two former names until one day": replace(INSTITUTIONS, FORMERLY, _until_the_same_day),
    "former names out of order": replace(INSTITUTIONS, FORMERLY, _out_of_order),
    "the lead supports too": _lead_supports,
    "a half-year after the plan": replace(PLAN, r"^periods: \[.*()\]$", ", 2035-12"),
    "a plan of 47 years": replace(PLAN, r"^  end: (\d{4})", "2072"),
    "a start of a milestone before the plan": replace(CARD, START, "2015-01"),
}
DOUBTS = {
    "the last meeting in 2052, on all sides": _everywhere(RECORDED, "{year}{rest}"),
    "a meeting after the plan, on all sides": _everywhere(RECORDED, "2031{rest}"),
    "a proposal of 1924": replace(COMMITMENTS, r"^proposed: (\d{4})", "1924"),
    "a move of what is complete": _complete_is_moved,
    "a milestone not complete any more": replace(
        f"{REPORT}2026", r"\d'?: (complete)(?=[,}])", "limited"
    ),
    "a milestone by one who has no part": _by_a_stranger,
    "the plan's language: another": replace(PLAN, r"^language: (.*)$", other("arr", "es", "ara")),
    "the plan's time zone: of the machine": replace(
        PLAN, r"^time_zone: (.*)$", other("localtime", "posixrules", "Factory")
    ),
    "an id that Windows refuses, on all sides": _everywhere(MERGE, "{reserved}"),
    "a word twice in a text": replace(
        ANY, r"^ *(?:- )?(?:ar|fr|en|title): .*?( [^\W\d]{4,})(?= )", lambda old, _: old * 2
    ),
    "a placeholder for a text": replace(
        ANY,
        r"^ *(?:- )?(?:ar|fr|en|title): (.*)$",
        other("TODO", "…", "xxx", "[à compléter]", "TBD", "يحدد لاحقا"),
    ),
}

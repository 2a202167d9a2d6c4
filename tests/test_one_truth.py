"""The optimised path gives the same result as the simple one: problems, lines and order."""

from pathlib import Path

import pytest
from conftest import FRENCH, ROOT
from hostile import MARKUP
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ogp_cli.checks import RULES
from ogp_cli.checks.rules import words
from ogp_cli.models.base import Identity
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organization
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.store import document, parse

FILES = [
    file.read_bytes() for root in (ROOT, FRENCH) for file in sorted(root.glob("data/**/*.yaml"))
]
BITS = [
    b"!",
    b"<<",
    b"<<: {a: 1}",
    b"!!str ",
    b"&a ",
    b"*a",
    b"[",
    b"]",
    b"{",
    b"}",
    b"'",
    b'"',
    b"- ",
]
BITS += [
    b"? ",
    b": ",
    b"#",
    b"\n",
    b"\r",
    b"\t",
    b"|",
    b">",
    b"---\n",
    b"[" * 60 + b"]" * 60,
    b"\xff",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a file of the two books with bits inserted, lines doubled and bytes removed."""
    data = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        lines = data.splitlines(keepends=True)
        line = draw(st.sampled_from(lines)) if lines else b""
        bit = draw(st.sampled_from([*BITS, line, b""]))
        data = data[:at] + bit + data[at + draw(st.integers(0, 3)) :]
    return data


def slowly(data: bytes) -> tuple[document.YamlDocument | None, list[Finding]]:
    """Parse a file the slow way: every node is examined."""

    def odd(_: object) -> None:
        raise document.OddError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "values_of", odd)
        return parse.parse(data, "f")


@settings(max_examples=4 * settings().max_examples)
@given(mutated())
@example(b"a: 1\na: 2\n")
@example(b"<<: {a: 1}\n")
@example(b"'<<': 1\n")
@example(b"a: !x 1\n")
@example(b"!x a: 1\n")
@example(b"? [a]\n: 1\n")
@example(b"a: " + b"[" * 60 + b"]" * 60)
@example(b"")
def test_the_fast_parser_finds_what_the_slow_one_finds(data: bytes) -> None:
    found, findings = parse.parse(data, "f")
    assert (found is None) == bool(findings)
    assert findings == (slowly(data)[1] if data.strip() else findings)


ON_TEXTS = [
    "invisible-character",
    "not-nfc",
    "presentation-form",
    "tatweel",
    "mixed-digits",
    "latin-punctuation",
    "doubled-space",
]
PIECES = [
    *"  \t\n\u00a0،,;?ـاء٣3é\u0301\u200f\x07\u0000\uffff",
    "ﺍﻟ",
    "e\u0301",
    "نُ",
]
TEXTS = st.one_of(
    st.lists(
        st.sampled_from([*PIECES, "الاثنين 21 مارس 2024", "كلمة", "word"]), min_size=1, max_size=8
    )
    .map("".join)
    .filter(str.strip),
    st.sampled_from(MARKUP),
)


NAMES = [
    "لجنة الإشراف",
    "لجنة الإشراف على المآثر",
    "Comité de pilotage",
    # one name in two spellings: of their words, some mixtures are neither
    "الأسرة الكبيرة",
    "الاسرة الكبيره",
]

INSTITUTIONS = {
    str(number): Organization(name=name, sector="government") for number, name in enumerate(NAMES)
}


def book(*texts: str) -> Plan:
    values = {"date": "2024-03-21", "kind": "coordination", "agreed": texts}
    meeting = TypeAdapter(Meeting).validate_python(values, context=Identity("2024-03-21", "m.yaml"))
    info = PlanInfo(title="ا", country="MA", language="ar", time_zone="UTC", committee=NAMES[0])
    return Plan(Path(), info, INSTITUTIONS, {}, {meeting.id: meeting})


Fact = tuple[object, int, str, object]


def facts(plan: Plan, rule: str) -> list[Fact]:
    """Return what is found, in which text, and where."""
    places = [(each, each.at) for each in RULES[rule].check(plan)]
    return [
        (at.path[-1], at.offset, each.message, each.values)
        for each, at in places
        if isinstance(at, Place)
    ]


@pytest.mark.parametrize("rule", ON_TEXTS)
@given(st.lists(TEXTS, min_size=1, max_size=6))
@example([" a", "b  c", "d ", "e"])
def test_joined_texts_give_what_single_texts_give(rule: str, texts: list[str]) -> None:
    together = facts(book(*texts), rule)
    one_by_one = [
        (i, *fact[1:]) for i, text in enumerate(texts) for fact in facts(book(text), rule)
    ]
    assert together == one_by_one


@st.composite
def named(draw: st.DrawFn) -> str:
    """A text with names, some of their letters typed otherwise."""
    text = "".join(
        draw(st.lists(st.sampled_from([*NAMES, *" ،_.وبِ", "الإلكتروني", "الالكتروني"]), min_size=1))
    )
    for letter in draw(st.lists(st.sampled_from("أإاآةهيىéeâ"), max_size=3)):
        at = text.find(letter, draw(st.integers(0, len(text))))
        if at >= 0:
            text = text[:at] + draw(st.sampled_from("أاإآهةىيeéa")) + text[at + 1 :]
    return text


@settings(max_examples=3 * settings().max_examples)
@given(st.lists(named().filter(str.strip), min_size=1, max_size=4))
@example(["بلجنة الاشراف", "لجنه الإشراف على المآثر", "comite de pilotage"])
@example(["الأسرة الكبيره"])
@example(["ولجنه الإشراف"])
def test_names_are_found_where_one_of_their_words_is_odd(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_odd", lambda words, _: words)
        everywhere = facts(book(*texts), "spelling-varies")
    assert facts(book(*texts), "spelling-varies") == everywhere
    event(f"{len(everywhere)} found")

"""Files edited in place: what does not change stays byte for byte."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ogp_cli.errors import OgpError
from ogp_cli.store.edit import edited, with_texts
from ogp_cli.store.emit import block, inline
from ogp_cli.store.parse import parse

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\ufffe\uffff"), max_size=20
).filter(lambda text: parse(f"k: {inline(text)}\n".encode(), "")[0] is not None)
SCALAR = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT
KEY = st.sampled_from(["meeting", "step", "reason", "note", "ar", "010", "no", "a b"])
ITEM = SCALAR | st.dictionaries(KEY, SCALAR, min_size=1, max_size=3)
VALUE = ITEM | st.lists(ITEM, max_size=4) | st.dictionaries(KEY, ITEM, max_size=3)
VALUES = st.dictionaries(st.sampled_from(["number", "title", "status", "history"]), VALUE)


def values(data: bytes) -> Any:
    document, findings = parse(data, "")
    assert document, findings
    return document.values


def as_read(value: Any) -> Any:
    """Return a value as the reader gives it."""
    if isinstance(value, dict):
        return {key: as_read(each) for key, each in value.items()}
    return tuple(map(as_read, value)) if isinstance(value, list) else value


@given(VALUES.filter(bool), VALUES.filter(bool), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_file_becomes_what_is_meant(
    old: dict[str, Any], new: dict[str, Any], line_break: str, is_ended: bool
) -> None:
    data = line_break.join(block(old, 0)).encode() + line_break.encode() * is_ended
    assert values(edited(data, "", as_read(new))) == values("\n".join(block(new, 0)).encode())


@given(VALUES.filter(bool))
def test_what_stays_stays_byte_for_byte(old: dict[str, Any]) -> None:
    lines = [line for each in block(old, 0) for line in ("# above, 1: [", each)]
    data = "\r\n".join(["\ufeff# first", *lines, "# last"]).encode()
    assert edited(data, "", values(data)) == data
    changed = edited(data, "", {**values(data), "lead": "ministry-a"})
    added = "\r\nlead: ministry-a" if changed.startswith(data) else "lead: ministry-a\r\n"
    assert changed.replace(added.encode(), b"", 1) == data


# Keys as a person lays them out, each with comments of its own.
LAID_OUT = {
    "id": ["id: 1 # of the id"],
    "title": ["title: >- # of the title", "  in two", "  lines"],
    "due": ["# above due", 'due: "2025"'],
    "moved": ["moved: # why", "- # inside", "  from: 2024"],
    "by": ["by: [a,", "  b] # of by", "# below by"],
    "note": ["# above note", "note: 'a # b'   # of note"],
}


@given(
    st.permutations(list(LAID_OUT)),
    st.sets(st.sampled_from(list(LAID_OUT)), max_size=len(LAID_OUT) - 1),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_key_that_goes_takes_its_own_lines(
    keys: list[str], gone: set[str], line_break: str
) -> None:
    lines = ["# first", *(line for key in keys for line in LAID_OUT[key]), "# last"]
    data = line_break.join(lines).encode()
    kept = {key: value for key, value in values(data).items() if key not in gone}
    own = {line for key in gone for line in LAID_OUT[key] if not line.startswith("#")}
    stays = [line for line in lines if line not in own]
    assert edited(data, "", kept).decode().split(line_break) == stays


@pytest.mark.parametrize(
    ("old", "history", "new"),
    [
        pytest.param(
            "status: standing\n",
            {"2024-03-21": ("cancelled",)},
            "status: standing\nhistory:\n  2024-03-21: [cancelled]\n",
            id="a first entry",
        ),
        pytest.param(
            "history: {}   # nothing yet\n# end",
            {"a": ("heard",)},
            "history:   # nothing yet\n  a: [heard]\n# end",
            id="brackets become lines",
        ),
        pytest.param(
            "history: # posted\n  a: [b] # of a\n\n# after\nstatus: c # of c",
            {"a": ("b", "d")},
            "history: # posted\n  a: [b, d]\n\n# after\nstatus: c # of c",
            id="a key is written whole",
        ),
        pytest.param(
            "history:\r\n  a: [b]",
            {"a": ("b",), "c": ("d",)},
            "history:\r\n  a: [b]\r\n  c: [d]",
            id="no line break at the end",
        ),
        pytest.param(
            "history:\n# the last\nstatus: a",
            "b: c",
            "history: 'b: c'\n# the last\nstatus: a",
            id="a key without a value",
        ),
        pytest.param(
            "history: |\n  a\n  b\n\nstatus: a",
            "c",
            "history: c\n\nstatus: a",
            id="a text on several lines",
        ),
    ],
)
def test_keys(old: str, history: object, new: str) -> None:
    kept = values(old.encode())
    assert edited(old.encode(), "", {**kept, "history": history}).decode() == new


WAYS = {
    "plain": "{}",
    "single": "'{}'",
    "double": '"{}"',
    "folded": ">-\n      {}\n      {}",
    "literal": "|\n      {}\n      {}",
    "two lines": "{}\n      {}",
}


@given(st.sampled_from(sorted(WAYS)), TEXT, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_text_is_replaced_where_it_stands(
    way: str, text: str, line_break: str, is_item: bool
) -> None:
    above = "\ufeffa: b # first\nlist: # of the list\n# above\n"
    key = "  - id: 1\n    title: " if not is_item else "  - id: 1\n    by:\n    - "
    note = "" if way in {"folded", "literal"} else " # note"
    below = f"{note}\n# below\n  - {{id: 2}} # second\nc: [d]"
    data = f"{above}{key}{WAYS[way].replace('{}', 'old')}{below}".replace("\n", line_break)
    path = ("list", 0, "by", 0) if is_item else ("list", 0, "title")
    old = values(data.encode())["list"][0]
    old = old["by"][0] if is_item else old["title"]
    made = with_texts(data.encode(), "", [(path, old, text)]).decode()
    assert made.startswith((above + key).replace("\n", line_break))
    assert made.endswith(below.replace("\n", line_break))
    assert values(made.encode())["list"][0] == {
        "id": 1,
        **({"by": (text,)} if is_item else {"title": text}),
    }


@given(TEXT, TEXT)
def test_texts_in_brackets_are_replaced_too(one: str, two: str) -> None:
    data = b"a: [{b: c, # of c\n  d: 'e, f'}, # first\n  g]"
    texts = [(("a", 0, "d"), "e, f", one), (("a", 1), "g", two)]
    made = with_texts(data, "", texts).decode()
    assert made == f"a: [{{b: c, # of c\n  d: {inline(one)}}}, # first\n  {inline(two)}]"


def test_what_cannot_be_edited_is_refused() -> None:
    with pytest.raises(OgpError, match=r"a\.yaml cannot be edited"):
        edited(b"- a", "a.yaml", {"a": 1})
    with pytest.raises(OgpError, match=r"a\.yaml is written so that it cannot be edited"):
        edited(b"{a: 1}", "a.yaml", {"a": 1, "b": 2})
    for path in (("a",), ("b",), ("a", "c"), ("a", 1), ()):
        with pytest.raises(OgpError, match=r"a\.yaml changed in the meantime"):
            with_texts(b"a: [old]", "a.yaml", [(path, "old", "new")])


# What YAML 1.1 or 1.2 takes for something else, or some reader for a sign.
ODD = [
    *[
        "1.1",
        "1.10",
        "1e3",
        ".5",
        ".inf",
        "-.Inf",
        ".NaN",
        "010",
        "0o7",
        "0x1F",
        "0b1",
        "1_000",
        "12:30",
        "190:20:30.15",
        "+1",
        "2024-02-30",
    ],
    *[
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "true",
        "False",
        "null",
        "Null",
        "NULL",
        "~",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "...",
        "?",
        ":",
        "%a",
        "@a",
        "`a",
    ],
    *(
        "2024-03-21T10:00:00Z",
        "2024-03-21 10:00:00",
        "",
        " a",
        "a ",
        "a: b",
        "a #b",
        "#a",
        "'",
        '"',
    ),
    *(
        "a\u2028b",
        "a\x85b",
        "\x07😀",
        "a\tb",
        "\ufeffa",
        "!a",
        "&a",
        "*a",
        "| a",
        "> a",
        "{a",
        "[a",
        "a,",
    ),
]


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@given(text=TEXT | st.sampled_from(ODD))
@example(text="2024-02-30")
def test_a_text_is_one_for_every_reader(version: str, text: str) -> None:
    assume(not DAY.fullmatch(text) or text == "2024-02-30")  # a day stands without quotes here
    data = "\n".join(block({text: text, "list": [text], "items": [{text: text}]}, 0)) + "\n"
    document = values(data.encode())
    expected = {text: text, "list": (text,), "items": ({text: text},)}
    assert document == {**expected, "list": expected["list"]}
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    assert reader.load(data) == {text: text, "list": [text], "items": [{text: text}]}
    if version == "1.1":
        assert yaml.safe_load(data) == reader.load(data)


def test_a_day_has_no_quotes() -> None:
    assert block({"date": "2024-03-21", "due": "2024-06"}, 0) == [
        "date: 2024-03-21",
        "due: 2024-06",
    ]

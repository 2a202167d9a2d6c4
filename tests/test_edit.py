"""Files edited in place: what does not change stays byte for byte."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ogp_cli.errors import OgpError
from ogp_cli.store.edit import edited
from ogp_cli.store.emit import block, inline
from ogp_cli.store.parse import parse

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ENTRY = {"meeting": "2024-03-21", "step": "cancelled", "reason": "لا بعد: له"}
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


@given(VALUES.filter(bool), VALUES.filter(bool), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_file_becomes_what_is_meant(
    old: dict[str, Any], new: dict[str, Any], line_break: str, is_ended: bool
) -> None:
    data = line_break.join(block(old, 0)).encode() + line_break.encode() * is_ended
    assert values(edited(data, "", new)) == values("\n".join(block(new, 0)).encode())


@given(VALUES.filter(bool))
def test_what_stays_stays_byte_for_byte(old: dict[str, Any]) -> None:
    lines = [line for each in block(old, 0) for line in ("# above, 1: [", each)]
    data = "\r\n".join(["\ufeff# first", *lines, "# last"]).encode()
    assert edited(data, "", values(data)) == data
    changed = edited(data, "", {**values(data), "lead": "ministry-a"})
    added = "\r\nlead: ministry-a" if changed.startswith(data) else "lead: ministry-a\r\n"
    assert changed.replace(added.encode(), b"", 1) == data


# Keys as a person lays them out in an item, each with comments of its own.
LAID_OUT = {
    "id": ["id: 1 # of the id"],
    "title": ["title: >- # of the title", "  in two", "  lines"],
    "due": ["# above due", 'due: "2025"'],
    "moved": ["moved: # why", "- # inside", "  from: 2024"],
    "by": ["by: [a,", "  b] # of by", "# below by"],
    "note": ["# above note", "note: 'a # b'   # of note"],
}


def laid_out(keys: list[str], indent: str) -> list[str]:
    return [f"{indent}{line}" for key in keys for line in LAID_OUT[key]]


@given(
    st.permutations(list(LAID_OUT)),
    st.sets(st.sampled_from(list(LAID_OUT)), max_size=len(LAID_OUT) - 1),
    st.sampled_from(["", "- "]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_key_that_goes_takes_its_own_lines(
    keys: list[str], gone: set[str], dash: str, line_break: str
) -> None:
    first, *others = laid_out(keys, "  ")
    lines = ["a: b # first", "list:", f"  {dash}{first.strip()}"]
    lines += [" " * len(dash) + each for each in others] + ["# last", "c: d"]
    data = line_break.join(lines).encode()
    old = values(data)
    (old_item,) = old["list"] if dash else (old["list"],)
    item = {key: value for key, value in old_item.items() if key not in gone}
    changed = edited(data, "", {**old, "list": (item,) if dash else item}).decode()
    own = {line for key in gone for line in LAID_OUT[key] if not line.startswith("#")}
    stays = [line for line in lines if line.strip(" -") not in {each.strip(" -") for each in own}]
    # Only the dash can have another line behind it.
    found = changed.split(line_break)
    assert [line.lstrip(" -") for line in found] == [line.lstrip(" -") for line in stays]
    assert not dash or keys[0] in gone or found == stays


@st.composite
def commented(draw: st.DrawFn, opened: str, parts: list[str], closed: str) -> str:
    """Return parts in brackets, with comments wherever one can stand."""
    spaces = st.sampled_from(["", " ", " # note\n   ", "\n  #note\n\n "])
    comma = st.sampled_from([", ", ", # note\n  ", ",\n   # note\n  ", " ,\n    ", ",#note\n "])
    text = "".join(part + draw(comma) for part in parts[:-1]) + parts[-1]
    return f"{opened}{draw(spaces)}{text}{draw(spaces)}{closed}"


SMALL = st.dictionaries(KEY, SCALAR, min_size=1, max_size=3)


@given(st.data(), st.lists(SMALL, min_size=1, max_size=3), st.booleans())
def test_brackets_that_change_keep_their_comments(
    data: st.DataObject, old: list[dict[str, Any]], in_brackets: bool
) -> None:
    parts = [
        data.draw(commented("{", [f"id: {n}", *(inline({k: each[k]})[1:-1] for k in each)], "}"))
        for n, each in enumerate(old)
    ]
    if in_brackets:
        list_ = " " + data.draw(commented("[", parts, "]")) + " # note"
    else:
        list_ = "".join(f"\n- {part} # note" for part in parts)
    text = f"# note\na: b # note\nlist:{list_}\n# note\nc: d"
    kept = values(text.encode())
    new = [dict(each) for each in kept["list"]]
    changed = new[data.draw(st.integers(0, len(new) - 1))]
    if data.draw(st.booleans()):
        del changed[data.draw(st.sampled_from(sorted(changed)))]
    else:
        changed[data.draw(KEY)] = data.draw(SCALAR | st.lists(SMALL, min_size=1, max_size=2))
    made = edited(text.encode(), "", {**kept, "list": tuple(new)}).decode()
    assert len(re.findall("# ?note", made)) == len(re.findall("# ?note", text))
    stays = [
        part
        for part, before, after in zip(parts, kept["list"], new, strict=True)
        if before == after
    ]
    assert all(part in made for part in stays)
    assert made.startswith("# note\na: b # note\nlist:")
    assert made.endswith("\n# note\nc: d")


@pytest.mark.parametrize(
    ("old", "history", "new"),
    [
        pytest.param(
            "status: standing\n",
            [ENTRY],
            "status: standing\nhistory:\n- meeting: 2024-03-21\n  step: cancelled\n"
            "  reason: 'لا بعد: له'\n",
            id="a first entry",
        ),
        pytest.param(
            "history: []   # nothing yet\n# end",
            [{"meeting": "a"}],
            "history:   # nothing yet\n- meeting: a\n# end",
            id="brackets become lines",
        ),
        pytest.param(
            "history:\n  - meeting: a # of a\n\n# after",
            [{"meeting": "a"}, {"meeting": "b"}],
            "history:\n  - meeting: a # of a\n  - meeting: b\n\n# after",
            id="a comment after the list",
        ),
        pytest.param(
            "history:\n- meeting: a\n# of b\n- meeting: b",
            [{"meeting": "b"}],
            "history:\n# of b\n- meeting: b",
            id="an entry goes, the next one's comment stays",
        ),
        pytest.param(
            "history:\r\n- meeting: a",
            [{"meeting": "a"}, {"meeting": "b"}],
            "history:\r\n- meeting: a\r\n- meeting: b",
            id="no line break at the end",
        ),
        pytest.param(
            "history:\n- {id: 2, due: 2028-06} # agreed by letter\n# end",
            [{"id": 2, "due": "2028-12", "moved": [{"from": "2028-06"}]}],
            "history:\n- id: 2\n  due: 2028-12 # agreed by letter\n  moved:\n  - from: 2028-06\n"
            "# end",
            id="a key comes into brackets",
        ),
        pytest.param(
            "history: [{id: 1}, # first\n  {id: 2}, # second\n]\n# end",
            [{"id": 1, "note": "a"}, {"id": 2}],
            "history:\n- id: 1 # first\n  note: a\n- {id: 2} # second\n# end",
            id="a key comes into brackets in brackets",
        ),
        pytest.param(
            "history:\n- {approve: 2025-01-20, by: a, accept: b} # agreed",
            [{"approve": "2025-01-20", "accept": "b"}],
            "history:\n- {approve: 2025-01-20, accept: b} # agreed",
            id="a key goes from brackets",
        ),
        pytest.param(
            "history:\n- id: 1\n# of 2\n- id: 2 # second\n  from: a # why\n# end",
            [{"id": 2, "from": "b"}],
            "history:\n# of 2\n- id: 2 # second\n  from: b # why\n# end",
            id="an entry goes, the next one changes",
        ),
        pytest.param(
            "history:\n- # of a\n  a: 1\n  b: 2 # of b",
            [{"c": 3, "b": 2}],
            "history:\n- # of a\n  c: 3\n  b: 2 # of b",
            id="a first key for another",
        ),
    ],
)
def test_histories(old: str, history: list[dict[str, str]], new: str) -> None:
    kept = {key: value for key, value in values(old.encode()).items() if key != "history"}
    assert edited(old.encode(), "", kept | {"history": history}).decode() == new


def test_what_cannot_be_edited_is_refused() -> None:
    with pytest.raises(OgpError, match=r"a\.yaml cannot be edited"):
        edited(b"- a", "a.yaml", {"a": 1})
    with pytest.raises(OgpError, match=r"a\.yaml is written so that it cannot be edited"):
        edited(b"{a: 1}", "a.yaml", {"a": 1, "b": 2})


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

"""Files edited in place: what does not change stays byte for byte."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_cli.errors import OgpError
from ogp_cli.store.edit import edited
from ogp_cli.store.emit import block, inline
from ogp_cli.store.parse import parse

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

"""The C parser and the one in Python read the same."""

import subprocess
import sys
from typing import Any

import pytest
from conftest import ROOT, Ogp
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.nodes import ScalarNode

from ogp_cli.store.composer import Composer
from ogp_cli.store.parse import parse
from ogp_cli.store.pure import PureParser

# What a slip of the hand puts in, takes out, or replaces.
SLIPS = [
    *"ab:-?[]{},&*|>'\"%@#~\n \t\u2028é\x85ع01\ufeff\r.\\",
    "\n  ",
    "\n- ",
    ": ",
    "\n---\n",
    "# c",
]
REAL = sorted(file for file in ROOT.glob("data/**/*.yaml"))


@st.composite
def with_slips(draw: st.DrawFn) -> bytes:
    text = draw(st.sampled_from(REAL)).read_text(encoding="utf-8")[:1000]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at + draw(st.integers(0, 3)) :]
    return text.encode()


def shape(node: Any) -> Any:
    """Return a node with its marks, as plain values."""
    if node is None or isinstance(node, tuple):
        return node and tuple(map(shape, node))
    at = tuple((mark.line, mark.column) for mark in (node.start_mark, node.end_mark))
    value = node.value if isinstance(node, ScalarNode) else [shape(each) for each in node.value]
    return type(node).__name__, at, value, getattr(node, "style", None) or ""


@given(with_slips())
def test_both_parsers_read_the_same(data: bytes) -> None:
    read = []
    for each in (Composer, PureParser):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("ogp_cli.store.parse.Composer", each)
            parsed, findings = parse(data, "f")
        # What both refuse, they may say in other words, as a bracket that is open at the end.
        read.append((parsed and (parsed.values, shape(parsed.root)), bool(findings)))
    assert read[0] == read[1]


@pytest.mark.slow
def test_the_book_without_the_c_parser(ogp: Ogp) -> None:
    script = (
        "import sys; sys.modules['_ruamel_yaml'] = sys.modules['_ruamel_yaml_clibz'] = None; "
        "from ogp_cli.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    for arguments in (["check", "--format", "json"], ["show", "10", "--format", "json"]):
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        assert done.stdout == ogp(*arguments).raw != b""

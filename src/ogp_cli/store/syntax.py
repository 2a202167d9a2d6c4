"""Mistakes in YAML, in the words of those who write the data, and where to look.

The parser's own words are of its grammar ("did not find expected key"), and in English.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from ogp_cli.problem import Finding, Spot
from ogp_cli.store.document import lines_of


class _Slip(NamedTuple):
    """The message, the hint, and whether the place is where it began or where parsing stopped."""

    message: str
    hint: str
    at_start: bool = False


_OPEN = _Slip(
    "the bracket that opens here is not closed",
    "add the comma or the bracket that is missing",
    at_start=True,
)
_TAB = _Slip("a line is indented with a tab", "indent it with spaces")
_BACKSLASH = _Slip(
    "this backslash stands for nothing", "write it twice, or put the text in single quotes"
)
_PERCENT = _Slip(
    "lines that start with % are not used here", "remove the line, or put the text in quotes"
)
_DOCUMENTS = _Slip(
    "the file holds more than one document (---)",
    "keep one, and move the other to a file of its own",
)
_BAD_SIGN = "found character that cannot start any token"
SLIPS = {
    "found unexpected end of stream": _Slip(
        "the quote that opens here is never closed", "close it with the same sign", at_start=True
    ),
    "mapping values are not allowed in this context": _Slip(
        "a colon stands where none can",
        "put a text that has a colon in quotes; start each key below the one before, and write a "
        "space after its colon",
    ),
    "could not find expected ':'": _Slip(
        "this line has no colon",
        "write “key: value”; indent what goes on from the line before",
        at_start=True,
    ),
    "did not find expected key": _Slip(
        "no key can start here",
        "start it below the keys before; put the whole text in quotes where one ends too early",
    ),
    "did not find expected '-' indicator": _Slip(
        "no item of the list starts here", "start each item with “- ”, below the one before"
    ),
    _BAD_SIGN: _Slip("nothing can start with this sign", "put the text in quotes"),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "did not find expected ',' or ']'": _OPEN,
    "did not find expected ',' or '}'": _OPEN,
    "did not find expected node content": _Slip(
        "a bracket or a comma is out of place",
        "remove it, close what is open, or put the text in quotes",
    ),
    "block sequence entries are not allowed in this context": _Slip(
        "no list can start here", "start it on the next line, or put the text in quotes"
    ),
    "mapping keys are not allowed in this context": _Slip(
        "no text can start with “? ”", "put the text in quotes"
    ),
    "did not find expected comment or line break": _Slip(
        "text stands beside | or >", "start it on the next line, or put it in quotes"
    ),
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found invalid Unicode character escape code": _BACKSLASH,
    "found unknown directive name": _PERCENT,
    "found incompatible YAML document": _PERCENT,
    "did not find expected <document start>": _DOCUMENTS,
    "but found another document": _DOCUMENTS,
}

# What git leaves where two sides of a merge differ.
_CONFLICT = re.compile(rb"^<<<<<<< ", re.MULTILINE)


def syntax(error: MarkedYAMLError, data: bytes, file: str) -> Finding:
    """Return the finding for what the parser could not read in `data`."""
    conflict = _CONFLICT.search(data)
    if conflict:
        return _conflict(data[: conflict.start()], file)
    lines = lines_of(data)
    slip = _slip(error, lines)
    mark = error.context_mark if slip.at_start else error.problem_mark
    end = Spot(file, len(lines), len(lines[-1]) + 1)
    at = Spot(file, mark.line + 1, mark.column + 1) if mark and mark.line < end.line else end
    return Finding(at, slip.message, slip.hint, {"what": error.problem})


def _slip(error: MarkedYAMLError, lines: Sequence[str]) -> _Slip:
    mark = error.problem_mark
    if error.problem == _BAD_SIGN and lines[mark.line][mark.column :].startswith("\t"):
        return _TAB
    return SLIPS.get(error.problem) or _Slip(
        "not valid YAML: {what}",
        "look at this line and the one before: a quote, a bracket, a colon or an indent is off",
    )


def _conflict(before: bytes, file: str) -> Finding:
    return Finding(
        Spot(file, len(lines_of(before))),
        "a merge of git stopped here: both sides changed this",
        "keep what is right of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>",
    )

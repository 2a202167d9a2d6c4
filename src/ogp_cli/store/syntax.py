"""What is no YAML, in the words of those who write the data, and where they are to look.

The parser's own words are of its grammar ("did not find expected key"), and in English.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError

from ogp_cli.problem import Finding, Spot
from ogp_cli.store.composer import words
from ogp_cli.store.document import BOM, code_of, split_lines, spot_after


class _Slip(NamedTuple):
    """What happened, what to do, and whether to look where it began or where the parser gave up."""

    message: str
    hint: str
    at_start: bool = False

    def at(self, spot: Spot) -> Finding:
        """Return the finding for it at a spot."""
        return Finding(spot, self.message, self.hint)


_OPEN = _Slip(
    "the bracket that opens here is not closed",
    "add the comma or the bracket that is missing",
    at_start=True,
)
_BRACE = _Slip(
    "the brace that opens here is not closed",
    "add the comma or the brace that is missing",
    at_start=True,
)
_TAB = _Slip("a line is indented with a tab", "indent it with spaces")
_TAB_AFTER = _Slip("a tab stands here in place of a space", "write a space")
_OUT_OF_PLACE = _Slip(
    "a bracket or a comma is out of place",
    "remove it, close what is open, or put the text in quotes",
)
_BACKSLASH = _Slip("unknown escape sequence", "write it twice, or put the text in single quotes")
_PERCENT = _Slip(
    "lines that start with % are not used here",
    "remove the line, or put the text in quotes",
    at_start=True,
)
_DOCUMENTS = _Slip(
    "the file holds more than one document (---)",
    "keep one, and move the other to a file of its own",
)
_COLON = _Slip(
    "unexpected colon",
    "put a text that has a colon in quotes; start each key below the one before, and write a "
    "space after its colon",
)
_KEY = _Slip(
    "a key cannot start here",
    "start it below the keys before; put the whole text in quotes where one ends too early",
)
_NO_COLON = _Slip(
    "this line has no colon",
    "write “key: value”; indent a line that continues the one before",
    at_start=True,
)
_TEXT = _Slip(
    "text after | or > must start on the next line", "move it to the next line, or put it in quotes"
)
_QUESTION = _Slip("no text can start with “? ”", "put the text in quotes")
_ESCAPE = _Slip("this escape sequence is not a valid character", "type the character itself")
_END = _Slip(
    "a line that starts with --- or ... ends a document",
    "remove the line, or indent it where it belongs to a text",
)
ANCHOR = _Slip(
    "anchors and aliases (& and *) are not used here",
    "write the value out; put a text that starts so in quotes",
    at_start=True,
)
TAG = _Slip(
    "tags (!) are not used here", "remove the tag; put a text that starts so in quotes", True
)
_ODD = _Slip(
    "this is not valid YAML",
    "look at this line and the one before: a quote, a bracket, a colon or an indent is off",
)
# What is said of a character that cannot be seen, with its code.
UNSEEN = (
    "an invisible character (U+{code})",
    "remove the character, or write an ordinary space or line break in its place",
)
_BAD_SIGN = "found character that cannot start any token"
_NO_START = "did not find expected <document start>"
SLIPS = {
    "found unexpected end of stream": _Slip(
        "the quote that opens here is never closed", "close it with the same sign", at_start=True
    ),
    "mapping values are not allowed in this context": _COLON,
    "found unexpected ':'": _COLON,
    "could not find expected ':'": _NO_COLON,
    "did not find expected key": _KEY,
    "did not find expected '-' indicator": _Slip(
        "expected a list item", "start each item with “- ”, below the one before"
    ),
    _BAD_SIGN: _Slip("nothing can start with this sign", "put the text in quotes"),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "did not find expected ',' or ']'": _OPEN,
    "did not find expected ',' or '}'": _BRACE,
    "did not find expected node content": _OUT_OF_PLACE,
    "block sequence entries are not allowed in this context": _Slip(
        "no list can start here", "start it on the next line, or put the text in quotes"
    ),
    "mapping keys are not allowed in this context": _QUESTION,
    "did not find expected comment or line break": _TEXT,
    "found an indentation indicator equal to 0": _TEXT,
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found invalid Unicode character escape code": _ESCAPE,
    "found undefined tag handle": TAG,
    "found duplicate %YAML directive": _PERCENT,
    "found duplicate %TAG directive": _PERCENT,
    "found incompatible YAML document": _PERCENT,
    "found unexpected document indicator": _END,
    _NO_START: _DOCUMENTS,
    "but found another document": _DOCUMENTS,
}
# What was read when the parser gave up, by the end of what it says of it.
_READ = {"directive": _PERCENT, "tag": TAG, "anchor": ANCHOR, "alias": ANCHOR}
# What stands where the parser gave up says more than the parser does.
_SIGNS = {
    "?": _QUESTION,
    "...": _END,
    ":": _Slip(
        "no key stands before this colon", "write the key, or put a text that has a colon in quotes"
    ),
}

# What git leaves where two sides of a merge differ.
_MERGE = _Slip(
    "a git merge stopped here: both sides changed this",
    "keep the correct lines of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>",
)
_CONFLICT = rb"(?m)^<<<<<<< "
# A line break of Unicode, a mark of byte order, or a no-break space where YAML wants a space.
_UNSEEN = "(?m)[\x85\u2028\u2029\ufeff]|(?:(?<=[:-])|(?<=^)|(?<=^ ))\u00a0"


def syntax(error: MarkedYAMLError, data: bytes, file: str) -> Finding:
    """Return the finding for what the parser could not read in `data`."""
    conflict = re.search(_CONFLICT, data)
    if conflict:
        return _MERGE.at(spot_after(data[: conflict.start()], file))
    lines = split_lines(data)
    unseen = _unseen(data, file, error.problem_mark.line if error.problem_mark else len(lines))
    if unseen:
        return unseen
    slip = _slip(error, lines)
    mark = (slip.at_start and error.context_mark) or error.problem_mark
    end = spot_after(data, file)
    at = Spot(file, mark.line + 1, mark.column + 1) if mark and mark.line < end.line else end
    return slip.at(at)


def _slip(error: MarkedYAMLError, lines: Sequence[str]) -> _Slip:
    mark = error.problem_mark
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    before, rest = (line[: mark.column], line[mark.column :]) if mark else ("", "")
    problem = words(error)
    read = (each for each in _READ if (error.context or "").endswith(each))
    slip = _READ.get(next(read, ""), SLIPS.get(problem, _ODD))
    if problem == _BAD_SIGN and rest.startswith("\t"):
        return _TAB if not before.strip() else _TAB_AFTER
    if slip in {_OPEN, _BRACE} and rest.startswith("?"):
        return _QUESTION
    if slip in {_OUT_OF_PLACE, _KEY}:
        return next((_SIGNS[sign] for sign in _SIGNS if rest.startswith(sign)), slip)
    around = [lines[mark.line - 1], line] if mark and mark.line else [line]
    if problem == _NO_START and not any(each.startswith(("---", "...")) for each in around):
        return _PERCENT if lines[0].startswith("%") else _KEY
    return slip


def _unseen(data: bytes, file: str, until: int) -> Finding | None:
    """Return the finding for a character that cannot be seen and misled the parser, up to a line.

    A line break that editors do not show, or a space that YAML does not count as one.
    """
    text = data.decode("utf-8", "replace").removeprefix(BOM)
    match = re.search(_UNSEEN, text)
    if not match:
        return None
    spot = spot_after(text[: match.start()].encode(), file)
    return None if spot.line > until + 1 else Finding(spot, *UNSEEN, code_of(match[0]))

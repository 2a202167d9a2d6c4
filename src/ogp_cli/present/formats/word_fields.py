"""Fields of Word: what is computed when a file is opened or printed, as a page number is.

A field has a code, which begins with its name. Some load other files, and some start programs.
ECMA-376, part 1, 17.16, says how they are written.
"""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

# Where a link may lead, in a field and elsewhere.
LINK = re.compile(r"(https?://|mailto:)[^\s\\\0]+", re.IGNORECASE)

_NAMES = {
    "DATE", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF",
    "TIME", "TITLE", "TOC",
}  # fmt: skip
# Its address, if it leads out of the document; then the place, the tip and the window.
_HYPERLINK = re.compile(
    r"""\s*HYPERLINK (\s+ (?P<quote>"?) (?P<link>[^\s"\\]+) (?P=quote))?
    (\s+ \\ ([lot] \s+ ("[^"\\\0]*"|[^\s"\\\0]+) | [hmn]) )* \s*""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand in a code, beside how it looks (w:rPr).
_RUN = {qn(f"w:{name}") for name in (
    "bookmarkEnd", "bookmarkStart", "fldChar", "instrText", "proofErr", "r", "rPr",
)}  # fmt: skip
_CODES = {qn("w:instrText"), qn("w:delInstrText")}
_NESTED = "\0"  # stands in a code for the field inside it, whose result nobody knows


def unwanted_fields(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the fields that are not allowed in a part of a file, in words.

    A code may be split over runs and hold other fields. Anything else in a code is refused, since
    it could change the code: text that is inserted or deleted, or versions for other programs.
    """
    fields: list[list[str] | None] = []  # those around: what their codes say, or None after it
    for element in root.iter("*"):
        code = fields[-1] if fields else None
        if element.tag == qn("w:fldSimple"):
            yield from _judge(element.get(qn("w:instr"), ""))
        if element.tag == qn("w:fldChar"):
            yield from _turn(element.get(qn("w:fldCharType")), fields)
        elif code is not None:
            yield from _add(element, code)
        elif element.tag in _CODES:
            yield f"the code “{element.text}” outside of a field is not allowed"
    if any(code is not None for code in fields):
        yield "a field that does not end is not allowed"


def _turn(mark: str | None, fields: list[list[str] | None]) -> Iterator[str]:
    """Start a field, or end the code of the last one, or that field."""
    if mark == "begin":
        if fields and (around := fields[-1]) is not None:
            around.append(_NESTED)
        fields.append([])
    elif fields and mark in {"separate", "end"}:
        code = fields.pop()
        if code is not None:
            yield from _judge("".join(code))
        if mark == "separate":
            fields.append(None)
    else:
        yield f"the mark “{mark}” outside of a field is not allowed"


def _add(element: Any, code: list[str]) -> Iterator[str]:  # noqa: ANN401
    """Add to a code what an element in it says."""
    if element.tag == qn("w:instrText"):
        code.append(element.text or "")
    elif element.tag not in _RUN and element.getparent().tag != qn("w:rPr"):
        name = element.tag.rpartition("}")[2]
        yield f"“{name}” in the code of the field “{''.join(code).strip()}” is not allowed"


def _judge(code: str) -> Iterator[str]:
    """Yield the field of a code if it is not allowed."""
    name, *_ = code.upper().split() or [""]
    if name == "HYPERLINK":
        found = _HYPERLINK.fullmatch(code)
        allowed = found is not None and (not found["link"] or bool(LINK.fullmatch(found["link"])))
    else:
        allowed = name in _NAMES
    if not allowed:
        yield f"the field “{code.strip().replace(_NESTED, '{…}')}” is not allowed"

"""What a Word file may bring along, whether a template or a value put it there.

A Word file can load others, start programs and carry macros. The lists here say what is allowed;
everything else is refused. Their names are those of ECMA-376 (ISO/IEC 29500), in its transitional
form: Word's own files have no other.

A field is computed when the file is opened or printed, as a page number is. Its code begins with
its name (part 1, 17.16). Some load other files, and some start programs.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

Package = Any  # python-docx's objects; it has types for few of them

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_MICROSOFT = "http://schemas.microsoft.com/office"
_HYPERLINK = f"{_OFFICE}/hyperlink"
_ATTACHED = f"{_OFFICE}/attachedTemplate"
_RELATIONS = {
    *(f"{_OFFICE}/{name}" for name in (
        "comments", "custom-properties", "customXml", "customXmlProps", "endnotes",
        "extended-properties", "fontTable", "footer", "footnotes", "glossaryDocument", "header",
        "hyperlink", "image", "numbering", "officeDocument", "settings", "styles", "theme",
        "webSettings",
    )),
    *(f"{_METADATA}/{name}" for name in ("core-properties", "thumbnail")),
    *(f"{_MICROSOFT}/{name}" for name in (
        "2011/relationships/commentsExtended", "2011/relationships/people",
        "2016/09/relationships/commentsIds", "2018/08/relationships/commentsExtensible",
        "2020/02/relationships/classificationlabels",
    )),
}  # fmt: skip
_XML = {
    "application/xml",
    "application/vnd.ms-office.classificationlabels+xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    *(f"application/vnd.openxmlformats-officedocument.{name}+xml" for name in (
        "custom-properties", "customXmlProperties", "extended-properties", "theme",
    )),
    *(f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml" for name in (
        "comments", "commentsExtended", "commentsExtensible", "commentsIds", "document.glossary",
        "document.main", "endnotes", "fontTable", "footer", "footnotes", "header", "numbering",
        "people", "settings", "styles", "webSettings",
    )),
}  # fmt: skip
# Word goes by how a picture starts, not by its type. Metafiles and SVG are programs of a kind.
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")

_REFERENCE = f"{{{_OFFICE}}}"
_STRICT = "{http://purl.oclc.org/ooxml/"
_LINKS = {"hyperlink", "hlinkClick", "hlinkHover"}
_HOLDERS = {"headerReference", "footerReference", "blip", "imagedata", "fill"}
# A few places name an address themselves, without a relation: data sources, schemas, online
# videos, forms of SharePoint; pictures, links and signatures of VML.
_ELEMENTS = {"mailMerge", "schemaLibrary", "webVideoPr", "xsnLocation"}
_ATTRIBUTES = {"action", "althref", "href", "invalidUrl", "relid", "sigprovurl", "src", "url"}


# Where a link may lead, in a field and elsewhere.
_LINK = re.compile(r"(https?://|mailto:)[^\s\\\0]+", re.IGNORECASE)

_NAMES = {
    "DATE", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF",
    "TIME", "TITLE", "TOC",
}  # fmt: skip
# Its address, if it leads out of the document; then the place, the tip and the window.
_LINK_FIELD = re.compile(
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


def detach(word: Package) -> None:
    """Take away the template that a file is attached to: Word would load it, macros and all."""
    for part in word.part.package.iter_parts():
        for key in [key for key, each in part.rels.items() if each.reltype == _ATTACHED]:
            del part.rels[key]
    for element in list(word.settings.element.iter(qn("w:attachedTemplate"))):
        element.getparent().remove(element)


def unwanted(word: Package) -> Iterator[str]:
    """Yield what is not allowed in a file that is ready to be saved, in words."""
    package = word.part.package
    yield from _relations(package.rels.values())
    for part in package.iter_parts():
        yield from _relations(part.rels.values())
        yield from _content(part)


def _relations(relations: Iterable[Package]) -> Iterator[str]:
    for relation in relations:
        name = relation.reltype.rpartition("/")[2]
        is_link = relation.reltype == _HYPERLINK
        if relation.reltype not in _RELATIONS:
            yield f"a part of the type “{name}” is not allowed"
        elif relation.is_external and not is_link:
            yield f"Word would load {relation.target_ref} with the document"
        elif is_link and not (relation.is_external and _LINK.fullmatch(relation.target_ref)):
            yield f"the link {relation.target_ref} is neither to the web nor to an e-mail address"


def _content(part: Package) -> Iterator[str]:
    if part.content_type in _XML:
        try:
            root = getattr(part, "element", None)
            root = _parsed(part.blob) if root is None else root
        except (SyntaxError, ValueError):
            yield f"{part.partname} is not XML in UTF-8 or UTF-16, without a document type"
            return
        yield from _fields(root)
        links = {key for key, relation in part.rels.items() if relation.is_external}
        for element in root.iter("*"):
            yield from _element(element, links)
    elif not (part.content_type.startswith("image/") and part.blob.startswith(_PICTURES)):
        yield f"{part.partname}, of the type {part.content_type}, is not allowed"


def _parsed(blob: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the root of a part that python-docx leaves as it is.

    Raises `ValueError` for what another program could read otherwise: an encoding that is not the
    standard's, or a document type; and `SyntaxError` for what is not XML.
    """
    root = parse_xml(blob)
    about = root.getroottree().docinfo
    if about.doctype or about.encoding.upper() not in {"UTF-8", "UTF-16", "US-ASCII", "ASCII"}:
        raise ValueError
    return root


def _element(element: Any, links: set[str]) -> Iterator[str]:  # noqa: ANN401
    """Yield what an element may not be, name or refer to; `links` are ids of relations."""
    tag = _local(element.tag)
    if tag in _ELEMENTS or element.tag.startswith(_STRICT):
        yield f"the element “{tag}” is not allowed"
    for key, value in element.items():
        name = _local(key)
        if key.startswith(_REFERENCE):
            holders = _LINKS if value in links else _HOLDERS
            allowed = not value or (tag in holders and name in {"id", "embed"})
        else:
            allowed = not (name in _ATTRIBUTES and value) and not key.startswith(_STRICT)
        if not allowed:
            yield f"“{name}” of the element “{tag}” is not allowed"


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _fields(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
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
        found = _LINK_FIELD.fullmatch(code)
        allowed = found is not None and (not found["link"] or bool(_LINK.fullmatch(found["link"])))
    else:
        allowed = name in _NAMES
    if not allowed:
        yield f"the field “{code.strip().replace(_NESTED, '{…}')}” is not allowed"

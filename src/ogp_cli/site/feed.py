"""What is new as a feed: Atom, as RFC 4287 has it."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import islice
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from markupsafe import Markup

from ogp_cli.site.news import News
from ogp_cli.site.pages import Site
from ogp_cli.site.view import View

# Must never change: readers know the entries by the ids that come from it.
_NAMESPACE = UUID("0f5f0f1a-6d0e-5b7e-9d57-3a0c4f3a9b11")
_MOST = 50


def feed(site: Site, base: str) -> bytes:
    """Return the newest entries, with addresses below `base` if the site has one."""
    view, plan = site.view, site.view.plan
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": view.code})
    here, page = (f"{base}{view.prefix}", "") if base else ("", "index.html")
    title = f"{view.say.alone(plan.info.title)} – {view.t('What is new')}"
    _add(root, "title", title)
    _add(root, "id", _id(view, "feed"))
    _add(root, "updated", _time(max(entry.day for entry in site.news)))
    _add(ET.SubElement(root, "author"), "name", view.say.alone(plan.info.committee))
    if base:
        ET.SubElement(root, "link", rel="self", href=f"{here}changes.atom")
    ET.SubElement(root, "link", href=f"{here}changes/{page}")
    for entry in islice(site.news, _MOST):
        path = view.path(entry.meeting) if entry.meeting else "changes/"
        _entry(root, view, entry, f"{here}{path}{page}")
    return serialized(root)


def serialized(root: ET.Element) -> bytes:
    """Return a document of XML."""
    ET.indent(root, "")
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(root: ET.Element, view: View, entry: News, href: str) -> None:
    element, meeting = ET.SubElement(root, "entry"), entry.meeting
    kind = view.kind(meeting).striptags() if meeting else view.t("What is new")
    _add(element, "title", f"{kind} – {view.day(entry.day)}")
    _add(element, "id", _id(view, entry.day.isoformat(), meeting.id if meeting else ""))
    _add(element, "updated", _time(entry.day))
    ET.SubElement(element, "link", href=href)
    lines = [Markup("<li>{}</li>").format(each) for each in lines_of(view, entry)]
    way = "rtl" if view.rtl else "ltr"
    content = Markup('<ul lang="{}" dir="{}">{}</ul>').format(view.code, way, Markup().join(lines))
    _add(element, "content", content).set("type", "html")


def lines_of(view: View, entry: News) -> Iterator[str]:
    """Yield what is new in lines, as the page of what is new has them."""
    if entry.proposed:
        yield view.plural("{n} new proposal", "{n} new proposals", entry.proposed)
    yield from entry.decided
    for lines in entry.reported.values():
        yield from lines
    yield from entry.found
    for step, numbers in entry.steps.items():
        yield view.say.after_label(step, view.language.enumerate(numbers))
    if entry.scheduled:
        yield view.plural(
            "{n} coordination meeting scheduled",
            "{n} coordination meetings scheduled",
            entry.scheduled,
        )


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = str(text)  # markup would escape what XML escapes once more
    return element


def _id(view: View, *name: str) -> str:
    """Return the id of an entry in a language, which stays when the site moves to another host."""
    return uuid5(_NAMESPACE, json.dumps([view.plan.info.country, view.code, *name])).urn


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

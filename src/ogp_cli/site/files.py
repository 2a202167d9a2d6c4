"""The files of a site, by their paths."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from xml.etree import ElementTree as ET

from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.process.as_of import present
from ogp_cli.process.changes import changes
from ogp_cli.site.feed import feed, serialized
from ogp_cli.site.frame import HERE, Frame
from ogp_cli.site.pages import Page, Site, site
from ogp_cli.site.view import View

Files = dict[str, bytes]


def languages(plan: Plan) -> dict[str, Language]:
    """Return the languages of a site by the folders of their pages: the main one is at the top."""
    info = plan.info
    codes = [each for each in dict.fromkeys((info.language, *info.languages)) if each in LANGUAGES]
    first, *others = codes or ["en"]
    return {"": LANGUAGES[first], **{f"{each}/": LANGUAGES[each] for each in others}}


@dataclass(frozen=True, slots=True)
class Work:
    """A file that is still to be written."""

    path: str
    write: Callable[[], bytes]


def pages(plan: Plan, others: Mapping[str, bytes], base: str, *, is_draft: bool) -> list[Work]:
    """Return the pages, feeds and assets of a book that may be published.

    `others` are the files that they lead to: data, calendars, documents. `base` is the address of
    the site, with a slash at its end, or "". A page in all of its languages comes first, then the
    next one: what a past moment was is asked for once.
    """
    sizes = {path: len(content) for path, content in others.items() if not _is_empty(path, content)}
    now = present(plan)
    found = [*changes(now, None, None)]
    sites = [
        site(View(now, language, prefix, sizes), found)
        for prefix, language in languages(plan).items()
    ]
    frame = Frame(sites, base, is_draft=is_draft)
    turns = chain.from_iterable(zip(*(_work(frame, each) for each in sites), strict=True))
    return [*turns, *_once(frame, sites, base)]


def _is_empty(path: str, content: bytes) -> bool:
    """Whether a table has no rows, which no page leads to."""
    return path.endswith(".csv") and content.count(b"\n") < 2  # noqa: PLR2004 - a head and a row


def _work(frame: Frame, of: Site) -> list[Work]:
    return [_page(frame, of, each) for each in of.pages]


def _page(frame: Frame, of: Site, page: Page) -> Work:
    return Work(f"{of.view.prefix}{page.path}index.html", lambda: frame.render(of, page))


def _once(frame: Frame, sites: Sequence[Site], base: str) -> Iterator[Work]:
    for each in sites:
        if each.news:
            yield Work(f"{each.view.prefix}changes.atom", partial(feed, each, base))
    yield Work("404.html", lambda: frame.lost(sites[0]))
    yield Work("assets/site.css", _sheet)
    for name in ("text.woff2", "OFL.txt"):
        yield Work(f"assets/{name}", (HERE / "assets" / name).read_bytes)
    if base:
        yield Work("sitemap.xml", lambda: _sitemap(sites, base))


def _sheet() -> bytes:
    """Return the style sheet without comments and empty lines."""
    sheet = (HERE / "assets" / "site.css").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r"\n+", "\n", sheet).lstrip().encode()


def _sitemap(sites: Sequence[Site], base: str) -> bytes:
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for each in sites:
        for page in each.pages:
            address = f"{base}{each.view.prefix}{page.path}"
            ET.SubElement(ET.SubElement(root, "url"), "loc").text = address
    return serialized(root)

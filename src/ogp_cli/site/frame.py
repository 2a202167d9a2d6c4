"""The frame of every page: its header and footer, the ways to other languages, its policy."""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ogp_cli.lang.catalogue import C_
from ogp_cli.present.labels import VALUES
from ogp_cli.present.words import capital
from ogp_cli.site import execution
from ogp_cli.site.pages import Page, Site
from ogp_cli.site.view import View

HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
    " script-src {script}; base-uri 'none'; form-action 'none'"
)


def script() -> Markup:
    """Return the one script, without comments and indents."""
    code = (HERE / "assets" / "filter.js").read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/", "", code, flags=re.DOTALL)
    return Markup(re.sub(r"^\s+", "", code, flags=re.MULTILINE))  # noqa: S704 - our own


class Frame:
    """Writes the pages of a site in all of its languages; the first stands at the root.

    With a `base`, the address where it is published, pages have their own address too.
    """

    def __init__(self, sites: Sequence[Site], base: str, *, is_draft: bool) -> None:
        self._sites, self._base, self._is_draft = sites, base, is_draft
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {"execution": execution, "capital": capital, "VALUES": VALUES}

    @cached_property
    def _script(self) -> tuple[Markup, str]:
        code = script()
        return code, f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"

    @cached_property
    def _paths(self) -> dict[str, set[str]]:
        """The folders that each language has a page in."""
        return {each.view.code: {page.path for page in each.pages} for each in self._sites}

    def render(self, site: Site, page: Page) -> bytes:
        """Return a page as HTML."""
        top = "../" * (site.view.prefix + page.path).count("/")
        return self._render(site, page, page.root, top)

    def lost(self, site: Site) -> bytes:
        """Return what a host shows for an address that is not there, in any folder."""
        page = Page(path="", template="404", title=site.view.t("This page is not there"))
        return self._render(site, page, self._base, self._base)

    def _render(self, site: Site, page: Page, root: str, top: str) -> bytes:
        view, (code, allowed) = site.view, self._script
        template = self._templates.get_template(f"{page.template}.j2")
        known = {
            **self._of_language(site),
            **page.facts(),
            "page": page,
            "root": root,
            "top": top,
            "href": partial(view.href, root),
            "policy": _POLICY.format(script=allowed if page.filters else "'none'"),
            "script": code if page.filters else "",
            "languages": self._languages(page, top),
            "canonical": f"{self._base}{view.prefix}{page.path}" if self._base else "",
            "frieze": view.frieze.drawn(view.places[page.of.id] if page.of else None),
        }
        return template.render(known).encode()

    def _of_language(self, site: Site) -> dict[str, Any]:
        view = site.view
        return {
            "v": view,
            "t": view.t,
            "plural": view.plural,
            "rich": lambda sentence, **values: _filled(view, sentence, values),
            "site": site,
            "is_draft": self._is_draft,
        }

    def _languages(self, page: Page, top: str) -> list[dict[str, str]]:
        """Return the page in each language that has it, and the home page of the others."""
        found = []
        for each in self._sites:
            view, has_it = each.view, page.path in self._paths[each.view.code]
            path = view.prefix + (page.path if has_it else "")
            found.append(
                {
                    "code": view.code,
                    "name": view.t(C_("name of the language", "English")),
                    "href": f"{top}{path}index.html",
                    "address": f"{self._base}{path}" if self._base and has_it else "",
                }
            )
        return found


def _filled(view: View, sentence: str, values: dict[str, Any]) -> Markup:
    """Return a sentence of the code with its fields filled with text or markup."""
    return Markup.escape(view.language.gettext(sentence)).format(**values)

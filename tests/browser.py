"""Pages in a headless Chromium: what is wrong with them for somebody who reads them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_PHONE, _DESK, _NARROW = 360, 1200, 320  # pixels; WCAG 1.4.10 has the last one
_PAPER = 672  # what a sheet of A4 has between margins of 16 mm
_MOST_FILES = 3  # that a page asks for: itself, a sheet and a font
_LOOKS = [("light", _PHONE), ("light", _DESK), ("dark", _PHONE), ("dark", _DESK)]
# What is wider than its place, but may not be scrolled: it runs over the edge or its neighbour. The
# parts of a drawing have no place of their own.
_TOO_WIDE = """
() => [...document.querySelectorAll("html, body, body *")].filter(each => {
  const style = getComputedStyle(each)
  return each.clientWidth > 1 && !each.ownerSVGElement && each.scrollWidth > each.clientWidth + 1
    && !["auto", "scroll"].includes(style.overflowX)
}).map(each => `<${each.localName}> ${each.textContent.trim().slice(0, 40)}`)
"""
# What can be used, and what of it gets the focus with a mark: an outline, or a stroke in a drawing.
_WATCH = """
() => {
  const used = [...document.querySelectorAll("a[href], button, input")]
  window.left = new Set(used.filter(each => each.checkVisibility()))
  document.addEventListener("focusin", ({target}) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(target)
    const {strokeWidth} = getComputedStyle(target.querySelector("rect") ?? target)
    if (outlineStyle != "none" && outlineWidth != "0px" || strokeWidth == "3.5px")
      left.delete(target)
  })
  return left.size
}
"""
_UNMARKED = "[...left].map(each => `<${each.localName}> ${each.textContent.trim().slice(0, 40)}`)"


class Browser:
    """A Chromium that opens pages of a folder, one after the other."""

    def __init__(self, chromium: Any, axe: Any) -> None:
        self._chromium = chromium
        self._axe = axe

    @contextmanager
    def page(self, file: Path, **options: Any) -> Iterator[Any]:
        """Open a file with options of a page of Playwright."""
        page = self._chromium.new_page(**options)
        page.goto(file.as_uri())
        yield page
        page.close()

    def faults(self, file: Path, folder: Path | None = None, *, axe: bool = True) -> list[str]:
        """Return what is wrong with a page, which may ask for files of its folder only.

        The findings of axe on a phone and a desk, light and dark, unless it is left out; what is
        too wide on any screen or on paper; what the page asks of others, or too often; and what it
        writes to the console.
        """
        own = (folder or file).as_uri()
        faults: list[str] = []
        page = self._chromium.new_page(viewport={"width": _PHONE, "height": 800})
        page.on("console", lambda said: faults.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        for scheme, width in _LOOKS if axe else ():
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            rules = ["color-contrast"] if scheme == "dark" else None  # only colours change
            faults += [f"{width} {scheme}: {each}" for each in self._findings(page, rules)]
        for width in (_NARROW, _PHONE, _DESK):
            page.set_viewport_size({"width": width, "height": 800})
            faults += [f"{width}: too wide: {each}" for each in page.evaluate(_TOO_WIDE)]
        page.emulate_media(media="print")
        page.set_viewport_size({"width": _PAPER, "height": 800})
        faults += [f"paper: too wide: {each}" for each in page.evaluate(_TOO_WIDE)]
        page.close()
        others = [url for url in asked if not url.startswith("data:")]
        faults += [f"asks for {url}" for url in others if not url.startswith(own)]
        return faults + ([f"asks for {len(others)} files"] if len(others) > _MOST_FILES else [])

    def not_reached(self, file: Path) -> list[str]:
        """Return what Tab does not reach, of what a pointer could, or reaches without a mark."""
        with self.page(file) as page:
            for _ in range(page.evaluate(_WATCH) + 1):
                page.keyboard.press("Tab")
            found: list[str] = page.evaluate(_UNMARKED)
        return found

    def _findings(self, page: Any, rules: list[str] | None) -> Iterator[str]:
        # A page that loads nothing by scripts lets axe load nothing either.
        options = {"resultTypes": ["violations"], "preload": False}
        options |= {"runOnly": rules} if rules else {}
        for found in self._axe.run(page, options=options).response["violations"]:
            for node in found["nodes"]:
                yield f"{found['id']}: {node['html'][:120]}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a browser; skip where there is none, which `.ci/run` takes for a failure.

    `OGP_BROWSER` may name its program.
    """
    hint = "needs a browser; run: pip install -e '.[browser]'"
    playwright = pytest.importorskip("playwright.sync_api", reason=hint)
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=hint)
    program = os.environ.get("OGP_BROWSER") or next(
        filter(None, map(shutil.which, _PROGRAMS)), None
    )
    if program is None:
        pytest.skip("needs a browser; run: apt-get install chromium-headless-shell fonts-noto-core")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield Browser(chromium, axe.Axe())
        chromium.close()

"""The public sites of the shipped book and of the example, in a real browser.

Every page in each language: nothing is too wide at 320, 360 and 1200 px or on paper, nothing is
asked of others, and the console is empty. Of each kind of page, the longest one in each language:
axe finds nothing on a phone and a desk, light and dark; the keyboard reaches everything, and paper
has all of it. Axe on every page would take more than three minutes.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, browser
from pypdfium2 import PdfDocument
from test_site import sites

__all__ = ["browser", "sites"]

LANGUAGES = [("shipped", "ar"), ("example", "ar"), ("example", "fr"), ("example", "en")]
TRANSLATED = {"fr", "en"}  # in folders of their own


def kinds(site: Path, language: str) -> Iterator[list[Path]]:
    """Yield the pages of a language, those of a kind together, the longest one first."""
    root = site / language if language in TRANSLATED else site
    files = [(file.relative_to(root).parts, file) for file in root.rglob("*.html")]
    own = [(parts, file) for parts, file in files if parts[0] not in TRANSLATED]
    kind = {file: (len(parts), parts[0]) for parts, file in own}
    for _, same in groupby(sorted(kind, key=lambda file: kind[file]), lambda file: kind[file]):
        yield sorted(same, key=lambda file: (-file.stat().st_size, file))


@pytest.mark.slow
@pytest.mark.parametrize(("book", "language"), LANGUAGES)
def test_every_page(browser: Browser, sites: dict[str, Path], book: str, language: str) -> None:
    found = {
        file: browser.faults(file, sites[book], axe=index == 0)
        for kind in kinds(sites[book], language)
        for index, file in enumerate(kind)
    }
    assert len(found) > 50
    assert {file: faults for file, faults in found.items() if faults} == {}


@pytest.mark.slow
@pytest.mark.parametrize(("book", "language"), LANGUAGES)
def test_the_keyboard_reaches_everything(
    browser: Browser, sites: dict[str, Path], book: str, language: str
) -> None:
    longest = [kind[0] for kind in kinds(sites[book], language)]
    assert {file: browser.not_reached(file) for file in longest} == {file: [] for file in longest}


@pytest.mark.slow
def test_the_first_key_leads_past_the_header(browser: Browser, sites: dict[str, Path]) -> None:
    with browser.page(sites["example"] / "index.html") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#content"


@pytest.mark.slow
@pytest.mark.parametrize("book", ["shipped", "example"])
def test_the_text_is_the_same_without_scripts(
    browser: Browser, sites: dict[str, Path], book: str
) -> None:
    files = [each for each in sites[book].rglob("*.html") if "<script>" in each.read_text("utf-8")]
    assert files
    for file in files:
        with browser.page(file) as page:
            page.evaluate("document.querySelector('.filter').remove()")
            scripted = text(page)
        with browser.page(file, java_script_enabled=False) as page:
            assert page.query_selector("thead button") is None
            assert text(page) == scripted


def text(page: Any) -> list[str]:
    return str(page.inner_text("body")).split()


@pytest.mark.slow
def test_the_filter_and_the_sorting(browser: Browser, sites: dict[str, Path]) -> None:
    with browser.page(sites["example"] / "en/proposals/index.html") as page:
        rows = page.locator("tbody tr:visible")
        before = rows.all_inner_texts()
        page.fill("input[type=search]", "ECONOMY")
        shown = rows.all_inner_texts()
        assert 0 < len(shown) < len(before)
        assert shown == [each for each in before if "economy" in each.lower()]
        page.fill("input[type=search]", "")
        head = page.locator("thead button").first
        head.click()
        head.click()
        assert rows.all_inner_texts() == before[::-1]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", "commitments/c1/index.html"])
def test_a_printed_page_is_light(browser: Browser, sites: dict[str, Path], name: str) -> None:
    with browser.page(sites["example"] / name, color_scheme="dark") as page:
        colour = "getComputedStyle(document.documentElement)[{!r}]"
        dark = page.evaluate(colour.format("backgroundColor"))
        page.emulate_media(media="print")
        assert dark != page.evaluate(colour.format("backgroundColor")) == "rgb(255, 255, 255)"
        assert page.evaluate(colour.format("color")) == "rgb(0, 0, 0)"
        assert not page.is_visible("nav.main")
        assert page.is_visible("h1")


@pytest.mark.slow
@pytest.mark.parametrize(("book", "language"), LANGUAGES)
def test_all_of_a_page_is_printed(
    browser: Browser, sites: dict[str, Path], book: str, language: str
) -> None:
    for file, *_ in kinds(sites[book], language):
        with browser.page(file, color_scheme="dark") as page:
            page.emulate_media(media="print")
            shown = numbers(page.inner_text("main"))
            document = PdfDocument(page.pdf(prefer_css_page_size=True))
        printed = " ".join(each.get_textpage().get_text_bounded() for each in document)
        assert shown - numbers(printed) == set(), file
        corner = document[0].render(scale=0.1).buffer[:3]
        assert bytes(corner) == b"\xff\xff\xff", file


def numbers(text: str) -> set[str]:
    """Return the numbers in a text, which a PDF has in the same order in any language."""
    return set(re.findall(r"\d+", text))

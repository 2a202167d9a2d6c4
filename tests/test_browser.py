"""Every document as a web page, in a real browser."""

from itertools import product
from pathlib import Path

import pytest
from browser import Browser, browser
from conftest import ROOT, Ogp, some

__all__ = ["browser"]

ADOPTED = ROOT / "examples" / "adopted"
SHOWN = ["show c1", "show ministry-b", "show 2026-09-10", "changes", "status", "schedule"]
MINUTES = [
    "render-minutes 2024-11-21",  # of the committee
    "render-minutes 2025-09-18",  # public
    "render-minutes 2025-11-20",  # of coordination
]
DOCUMENTS = [*product(SHOWN, ["ar", "fr"]), *product(MINUTES, ["ar", "fr", "en"])]


@pytest.mark.parametrize(("document", "lang"), some(1, DOCUMENTS))
def test_a_document(ogp: Ogp, browser: Browser, tmp_path: Path, document: str, lang: str) -> None:
    file = tmp_path / "page.html"
    assert ogp(*document.split(), "-o", str(file), "--lang", lang, cwd=ADOPTED).code == 0
    assert browser.faults(file) == []


@pytest.mark.slow
def test_the_minutes_of_the_shipped_book(ogp: Ogp, browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    assert ogp("render-minutes", "2024-03-21", "-o", str(file)).code == 0
    assert browser.faults(file) == []


@pytest.mark.slow
def test_texts_that_mean_something_to_a_page(
    ogp: Ogp, browser: Browser, tmp_path: Path, hostile: Path
) -> None:
    file = tmp_path / "page.html"
    assert ogp("render-minutes", "2025-01-15", "-o", str(file), cwd=hostile).code == 0
    assert browser.faults(file) == []


FAULTS = {
    "image-alt": '<img src="x.png">',
    "360 light: color-contrast": '<p style="color: #ddd">pale</p>',
    "1200 dark: color-contrast": '<p style="color: var(--pale)">pale</p>',
    "320: too wide: <html>": '<p style="width: 330px">wide</p>',
    "1200: too wide: <p>": '<p style="width: 4px">wide</p>',
    "asks for https://example.org/x.js": '<script src="https://example.org/x.js"></script>',
    "console: said": "<script>console.log('said')</script>",
    "error: unknown is not defined": "<script>unknown()</script>",
}


def test_faults_are_found(browser: Browser, tmp_path: Path) -> None:
    dark = "@media (prefers-color-scheme: dark) { html { background: #111; --pale: #222 } }"
    file = tmp_path / "page.html"
    file.write_text(
        f'<!doctype html><html lang="en"><title>Title</title><style>{dark}</style>'
        f"<main><h1>Title</h1>{''.join(FAULTS.values())}</main></html>"
    )
    found = browser.faults(file)
    assert [fault for fault in FAULTS if not any(fault in each for each in found)] == []

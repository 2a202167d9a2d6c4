"""The pages that `docs/generate.py` makes of the code are what it would make now."""

import re
import runpy
from pathlib import Path

import pytest
from conftest import ROOT, some

from ogp_cli.checks import RULES
from ogp_cli.models.schema import KINDS, json_schema

DOCS = ROOT / "docs"
PAGES = runpy.run_path(str(DOCS / "generate.py"))["PAGES"]


@pytest.mark.parametrize("page", some(2, sorted(PAGES, reverse=True)))
def test_a_page_is_made_of_the_code(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == PAGES[page]()


def test_each_rule_can_be_linked_to() -> None:
    assert set(RULES) <= set(re.findall("^### (.*)$", _text("rules.md"), re.MULTILINE))


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_is_explained(kind: str) -> None:
    schema, rows = json_schema(kind), _text("data.md")
    parts = [each for each in (schema, *schema["$defs"].values()) if "properties" in each]
    for part in parts:
        for key, value in part["properties"].items():
            meaning = value.get("description", "").replace("\n", " ").replace("|", "\\|")
            assert re.search(rf"^\| (\*\*)?`{key}`.* {re.escape(meaning)} \|$", rows, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = _text(page)
    headings = set(re.findall("^#+ (.*)$", text, re.MULTILINE))
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= headings


def _text(page: str | Path) -> str:
    return (DOCS / page).read_text(encoding="utf-8")

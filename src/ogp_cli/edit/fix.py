"""What `ogp check --fix` corrects in the texts of the files."""

from collections.abc import Collection

from ogp_cli.edit.change import Change
from ogp_cli.plan import Plan, load
from ogp_cli.plan.hygiene import CORRECTED, clean_text
from ogp_cli.plan.texts import HumanText
from ogp_cli.problem import Path
from ogp_cli.store.edit import with_texts
from ogp_cli.store.source import Disk, Source, open_source

AcceptedRules = dict[tuple[str, Path], set[str]]


def fix(
    plan: Plan, rules: Collection[str], files: Collection[str] | None = None
) -> tuple[list[Change], Plan]:
    """Return the corrections of the texts, and the book with them made.

    Only what `rules` report is corrected, and in `files` alone if they are given; what is accepted
    stays. Raises `OgpError` where a file cannot be edited.
    """
    accepted: AcceptedRules = {}
    for each in plan.acceptances:
        accepted.setdefault((each.at.file, each.at.path), set()).add(each.rule)
    cleaned: dict[str, list[tuple[HumanText, str]]] = {}
    for text in (text for texts in plan.texts for text in texts):
        if (files is None or text.file in files) and clean_text(text.text) != text.text:
            kept = (CORRECTED - {*rules}) | _accepted(accepted, text)
            cleaned.setdefault(text.file, []).append((text, clean_text(text.text, kept)))
    found = (_change(plan, file, texts) for file, texts in cleaned.items())
    changes = [each for each in found if each.new != each.old]
    sources = {each.file: Source(each.file, each.new) for each in changes}
    return changes, load(plan.root, Disk(plan.root, sources)) if changes else plan


def _accepted(acceptances: AcceptedRules, text: HumanText) -> set[str]:
    """Return the rules that are accepted at a text, or in a mapping around it."""
    above = (text.path[:length] for length in range(len(text.path) + 1))
    found = set[str]().union(*(acceptances.get((text.file, path), ()) for path in above))
    # The two rules report the same characters.
    return found | {"invisible-character"} if "bidi-control" in found else found


def _change(plan: Plan, file: str, texts: list[tuple[HumanText, str]]) -> Change:
    data = open_source(plan.root, file).data
    cleaned = ((text.path, text.text, clean) for text, clean in texts)
    return Change(file, data, with_texts(data, file, cleaned))

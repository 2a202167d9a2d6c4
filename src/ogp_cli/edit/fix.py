"""What `ogp check --fix` corrects in the texts of the files."""

from collections.abc import Collection
from typing import Any

from ogp_cli.edit.change import Change
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.plan import Plan, load
from ogp_cli.plan.hygiene import CORRECTED, clean_text
from ogp_cli.plan.texts import HumanText
from ogp_cli.problem import Path
from ogp_cli.store.edit import edited
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
    source = open_source(plan.root, file)
    values: Any = source.parsed[0].values if source.parsed[0] else None
    for text, cleaned in texts:
        values = _with(values, text, text.path, cleaned)
    return Change(file, source.data, edited(source.data, file, values))


def _with(values: Any, text: HumanText, path: Path, cleaned: str) -> Any:  # noqa: ANN401 - of a file
    """Return values with a text replaced at a path."""
    if not path and values == text.text:
        return cleaned
    try:
        step, *others = path
        child = _with(values[step], text, tuple(others), cleaned)
    except (IndexError, KeyError, TypeError, ValueError):
        raise OgpError(
            _("{file} changed in the meantime").format(file=text.file), _("run this again")
        ) from None
    if isinstance(values, dict):
        return {**values, step: child}
    return tuple(child if index == step else each for index, each in enumerate(values))

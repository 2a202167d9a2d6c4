"""Facts that are written twice: an edit on one side is found, mostly as one problem."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import FRENCH, ROOT, some

from ogp_cli.checks import RULES
from ogp_cli.checks.causes import unexplained
from ogp_cli.models.base import Identity, Record
from ogp_cli.models.schema import KINDS
from ogp_cli.plan import Plan, load
from ogp_cli.store.parse import parse

Values = dict[str, Any]
Book = dict[str, Values]


def book_of(root: Path) -> Book:
    """Return the files of a book as plain values, by their path."""
    files = [*root.glob("data/commitments/*.yaml"), *root.glob("data/meetings/*.yaml")]
    book = {}
    for file in sorted(files):
        document, _ = parse(file.read_bytes(), file.name)
        assert document
        book[file.relative_to(root / "data").as_posix()] = listed(document.values)
    return book


def listed(value: Any) -> Any:
    """Return values whose lists can be changed."""
    if isinstance(value, dict):
        return {key: listed(each) for key, each in value.items()}
    return [listed(each) for each in value] if isinstance(value, tuple) else value


def plan_of(root: Path, book: Book) -> Plan:
    """Return the plan of a book that was changed in memory."""
    before = load(root)
    records: dict[str, dict[str, Any]] = {"commitments": {}, "meetings": {}}
    for path, values in book.items():
        folder, _, name = path.partition("/")
        id_ = name.removesuffix(".yaml")
        model, identity = KINDS[folder.removesuffix("s")], Identity(id_, f"data/{path}")
        assert issubclass(model, Record)
        record = model.kind_of(values, identity).model_validate(values, context=identity)
        records[folder][id_] = record
    meetings = dict(sorted(records["meetings"].items()))
    return Plan(root, before.info, before.organizations, records["commitments"], meetings)


def problems(root: Path, book: Book) -> list[tuple[str, str]]:
    plan = plan_of(root, book)
    asked = [
        rule
        for rule in RULES.values()
        if rule.level == "error" or rule.name in {"title-differs", "owed-reason"}
    ]
    found = [(rule, finding) for rule in asked for finding in rule.check(plan)]
    return [(rule.name, finding.message) for rule, finding in unexplained(found)]


Edit = tuple[str, Book]


def edits(book: Book) -> Iterator[Edit]:
    """Yield books with one edit each, and what was edited."""
    for path in book:
        for what, changed in of_file(copy.deepcopy(book[path])):
            yield f"{path}: {what}", {**book, path: changed}


def of_file(values: Values) -> Iterator[tuple[str, Values]]:
    if "kind" in values:
        yield from of_meeting(values)
    else:
        yield from of_commitment(values)


def of_commitment(values: Values) -> Iterator[tuple[str, Values]]:
    for status in ("standing", "merge-proposed", "merged", "cancelled", "pending", "dropped"):
        if status != values["status"]:
            yield f"status {status}", {**values, "status": status}
    if "merged_into" in values:
        yield "into removed", {key: each for key, each in values.items() if key != "merged_into"}
        yield "into mistyped", {**values, "merged_into": values["merged_into"] + "x"}
    yield from ((f"from {what}", {**values, "merged_from": each})
                for what, each in of_list(values.get("merged_from", []), ADDED[ROOT]))  # fmt: skip
    history = values.get("history", [])
    for index, entry in enumerate(history):
        if entry["step"] in {"merge-proposed", "merge-dropped", "merged", "cancelled"}:
            without = history[:index] + history[index + 1 :]
            yield "step removed", {**values, "history": without}
            yield "step twice", {**values, "history": [*history[:index], entry, *history[index:]]}
            if "reason" in entry:
                changed = {**entry, "reason": "x"}
                yield "reason changed", {**values, "history": [*without, changed]}
                bare = {key: each for key, each in entry.items() if key != "reason"}
                yield "reason removed", {**values, "history": [*without, bare]}
    if history:
        for step in ("merge-proposed", "merge-dropped", "merged", "cancelled"):
            added = {"meeting": history[-1]["meeting"], "step": step}
            if step not in {entry["step"] for entry in history}:
                yield f"step {step} added", {**values, "history": [*history, added]}


def of_meeting(values: Values) -> Iterator[tuple[str, Values]]:
    decisions = values.get("decisions", [])
    for index, decision in enumerate(decisions):

        def having(changed: Values, index: int = index) -> Values:
            return {**values, "decisions": [*decisions[:index], changed, *decisions[index + 1 :]]}

        without = [each for each in decisions if each is not decision]
        yield "decision removed", {**values, "decisions": without}
        key = "merge" if "merge" in decision else "cancel"
        for what, each in of_list(decision[key], ADDED[ROOT]):
            yield f"{key} {what}", having({**decision, key: each})
        if key == "merge":
            yield "into mistyped", having({**decision, "into": decision["into"] + "x"})
            for state in {"proposed", "decided", "dropped"} - {decision["state"]}:
                yield f"state {state}", having({**decision, "state": state})
            # A later decision may give another title; only the last one is in the file too.
            if "title" in decision and values["date"] in {"2024-03-21", "2025-02-12"}:
                yield "title changed", having({**decision, "title": "x"})
        else:
            yield "reason changed", having({**decision, "reason": "x"})
            bare = {key: each for key, each in decision.items() if key != "reason"}
            yield "reason removed", having(bare)


def of_list(names: list[Any], added: Any) -> Iterator[tuple[str, list[Any]]]:
    for index, name in enumerate(names):
        if len(names) > 2:
            yield "one removed", names[:index] + names[index + 1 :]
        yield "one mistyped", [*names[:index], f"{name}9", *names[index + 1 :]]
    if names:
        yield "one added", [*names, added]
        yield "one replaced", [added, *names[1:]]


ADDED = {ROOT: 5, FRENCH: "petitions"}  # a proposal that stands


@pytest.mark.parametrize("root", some(1, [FRENCH, ROOT]), ids=["french", "shipped"])
def test_each_edit_of_one_side_is_one_problem(root: Path) -> None:
    book = book_of(root)
    assert not problems(root, book)
    for what, changed in edits(book):
        found = problems(root, changed)
        assert len(found) == 1, (what, found)

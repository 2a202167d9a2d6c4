"""What is asserted of the outcome: an edit of a file or of a meeting is one problem."""

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
    asked = [rule for rule in RULES.values() if rule.level == "error" or rule.name == "owed-reason"]
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
    for meeting, words in values.get("history", {}).items():
        others = {key: each for key, each in values["history"].items() if key != meeting}
        yield "meeting removed", {**values, "history": others}
        for index in range(len(words)):
            less = words[:index] + words[index + 1 :]
            yield "word removed", {**values, "history": {**others, meeting: less}}
        yield "word added", {**values, "history": {**others, meeting: [*words, "adopted"]}}


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
        else:
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

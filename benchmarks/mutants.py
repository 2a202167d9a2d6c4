"""Break the code at random, one place at a time, and see whether a test notices.

The same seed picks the same places in the same code. What is tested is a copy of the project, and
each mutant has a line: the file and the line, what stood there, what stands there now, its end.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "ogp_cli"
LIMIT = 1_800  # seconds: what takes longer does not end
# What is broken, and the tests that ought to notice; they run first, then all the others.
NOTICED = {
    "process": "test_rules test_outcomes test_status test_changes",
    "present/content": "test_show test_status test_changes test_minutes",
    "present": "test_formats test_status_formats test_schedule test_minutes test_docx",
    "terminal": "test_screen test_formats",
    "models": "test_rules test_reader test_schema",
    "store": "test_reader test_rules test_source",
    "checks/comparison": "test_rules test_double_entry",
    "checks/difference": "test_rules test_double_entry",
    "plan/in": "test_rules test_status test_show",  # index and institutions
}
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class Mutant(NamedTuple):
    """A file, the line that is broken, what it says before and after, and all the code after."""

    file: Path
    line: int
    before: str
    after: str
    code: str


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in nodes(tree):
        for field, changed in list(edits(node)):
            original, before = getattr(node, field), head(node)
            setattr(node, field, changed)
            code, after = ast.unparse(tree), head(node)
            setattr(node, field, original)
            yield Mutant(file, line_of(node), before, after, code)


def line_of(node: ast.AST) -> int:
    """Return the line of a node, or of the first below it that has one."""
    return next(each.lineno for each in ast.walk(node) if isinstance(each, ast.stmt | ast.expr))


def head(node: ast.AST) -> str:
    """Return the code of a node; of a block, its first line."""
    return ast.unparse(node).strip().partition("\n")[0].removesuffix(":")


def nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all below it, but no annotation, and nothing that only type checkers run."""
    yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            typing = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            if isinstance(child, ast.AST) and name not in {"annotation", "returns"} and not typing:
                yield from nodes(child)


def edits(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Yield a field of a node, and what may stand in it instead."""
    match node:
        case ast.Compare(ops=[operator, *rest]):
            yield "ops", [SWAPS[type(operator)](), *rest]
        case ast.BoolOp(op=operator):
            yield "op", SWAPS[type(operator)]()
        case ast.BinOp(op=ast.Add() | ast.Sub() as operator) if not is_text(node):
            yield "op", SWAPS[type(operator)]()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "operand", ast.UnaryOp(ast.Not(), operand)
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            yield "value", value + 1
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) if plain(test):
            yield "test", ast.UnaryOp(ast.Not(), test)
        case ast.comprehension(ifs=ifs):
            for index, test in enumerate(ifs):
                if plain(test):
                    yield "ifs", [*ifs[:index], ast.UnaryOp(ast.Not(), test), *ifs[index + 1 :]]


def plain(test: ast.expr) -> bool:
    """Say whether a condition has nothing to edit at its top: then it is negated."""
    return not any(edits(test))


def is_text(node: ast.BinOp) -> bool:
    """Say whether texts or lists are joined: they have no minus."""
    return any(
        isinstance(each, ast.JoinedStr | ast.List | ast.ListComp | ast.Tuple)
        or (isinstance(each, ast.Constant) and isinstance(each.value, str))
        for each in (node.left, node.right)
    )


def run(root: Path, tests: list[str]) -> str:
    """Run tests in a copy of the project, and return the first that failed; "" if none did."""
    options = ["-x", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--tb=no", "-rfE"]
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, *tests]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, timeout=LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return "it does not end"
    failed = re.search(r"^(?:FAILED|ERROR) ([^\s\[]+)", done.stdout.decode(), re.MULTILINE)
    return failed[1] if failed else "it does not start" if done.returncode else ""


def verdict(root: Path, mutant: Mutant, tests: list[str]) -> str:
    """Return whether a mutant survived in a copy of the project; if not, what killed it."""
    file = root / mutant.file.relative_to(ROOT)
    original = file.read_bytes()
    file.write_text(mutant.code, encoding="utf-8")
    failed = run(root, tests)
    file.write_bytes(original)
    return f"killed: {failed}" if failed else "survived"


def name(file: Path) -> str:
    """Return the path of a file of the package, from the package."""
    return file.relative_to(PACKAGE).as_posix()


def tests_of(file: Path) -> list[str]:
    """Return all files of tests; those that ought to notice a change of `file` stand first."""
    names = next(names for start, names in NOTICED.items() if name(file).startswith(start))
    first = [f"tests/{each}.py" for each in names.split()]
    others = {f"tests/{each.name}" for each in ROOT.glob("tests/test_*.py")}
    return [*first, *sorted(others - {*first})]


def main() -> None:
    """Pick mutants by a seed, and print what becomes of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--number", type=int, default=30)
    parser.add_argument("tests", nargs="*", help="files of tests, instead of all")
    given = parser.parse_args()
    files = [file for file in sorted(PACKAGE.rglob("*.py")) if name(file).startswith((*NOTICED,))]
    found = [mutant for file in files for mutant in mutants(file)]
    picked = random.Random(given.seed).sample(found, given.number)  # noqa: S311 - no secret
    print(f"seed {given.seed}, {given.number} of {len(found)} mutants", flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__"))
        if failed := run(root, given.tests):
            sys.exit(f"this fails without a mutant: {failed}")
        for each in sorted(picked, key=lambda each: (each.file, each.line)):
            said = verdict(root, each, given.tests or tests_of(each.file))
            place = f"{name(each.file)}:{each.line}"
            print(f"{place}: {each.before} → {each.after}: {said}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

"""Every rule on small books: `rules/RULE.txt` has its cases, each with what `ogp check` says of it.

A case starts below a line `=== name ===`. It has a base from `rules/_bases/` and the files that
differ, each below a line `-- name --`; "(removed)" removes one. Where there are files called
`HEAD:name`, the book with these is the last commit, and the check takes its settings from it. The
text below `-- problems --` is the output of all rules, so a case also shows that no other rule
reports anything. `pytest --snapshot-update` refreshes it.
"""

import re
from pathlib import Path

import pytest
from conftest import Ogp, Result, commit, some

from ogp_cli.checks import RULES

CASES = Path(__file__).parent / "rules"
PROBLEMS = "-- problems --\n"


def parts(text: str, mark: str) -> dict[str, str]:
    """Return the parts of a text by the names above them: `== name ==`, where the mark is `==`."""
    _, *found = re.split(rf"^{mark} (.+) {mark}\n", text, flags=re.MULTILINE)
    return dict(zip(found[::2], found[1::2], strict=True))


def read(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as stream:
        return stream.read()


NAMES = [
    (file.stem, name) for file in sorted(CASES.glob("*.txt")) for name in parts(read(file), "===")
]
# Of each rule, the first case of each kind is quick.
FIRST = {(rule, name.partition("-")[0]): (rule, name) for rule, name in reversed(NAMES)}
ORDERED = [*FIRST.values(), *(each for each in NAMES if each not in FIRST.values())]


def write_plan(case: str, folder: Path, revision: str = "") -> None:
    base = re.match(r"base: (\w+)\n", case)
    assert base
    files = parts(read(CASES / "_bases" / f"{base[1]}.txt"), "--") | parts(case, "--")
    for name, text in files.items():
        if not name.startswith(f"{revision}data/"):
            continue
        path = folder / name.removeprefix(revision)
        if text == "(removed)\n":
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def checked(ogp: Ogp, case: str, folder: Path) -> Result:
    write_plan(case, folder)
    if "-- HEAD:" not in case:
        return ogp("check", cwd=folder)
    write_plan(case, folder, "HEAD:")
    commit(folder)
    write_plan(case, folder)
    return ogp("check", "--settings-from", "HEAD", cwd=folder)


def refresh(file: Path, name: str, out: str) -> None:
    cases = parts(read(file), "===")
    cases[name] = cases[name].partition(PROBLEMS)[0] + PROBLEMS + out
    text = "".join(f"=== {each} ===\n{case}" for each, case in cases.items())
    file.write_text(text, encoding="utf-8", newline="")


@pytest.mark.parametrize(("rule", "name"), some(len(FIRST), ORDERED))
def test_case(
    ogp: Ogp, tmp_path: Path, rule: str, name: str, request: pytest.FixtureRequest
) -> None:
    file = CASES / f"{rule}.txt"
    case = parts(read(file), "===")[name]
    result = checked(ogp, case, tmp_path)
    if request.config.option.update_snapshots:
        refresh(file, name, result.out)
        case = parts(read(file), "===")[name]
    assert (f"[{rule}]" in result.out) == name.startswith("fails")
    assert result.out == parts(case, "--")["problems"]
    assert result.code == ("error[" in result.out)


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert FIRST.keys() == {(rule, kind) for rule in RULES for kind in ("fails", "passes")}


@pytest.mark.parametrize("base", sorted(file.stem for file in (CASES / "_bases").glob("*.txt")))
def test_a_base_is_clean(ogp: Ogp, tmp_path: Path, base: str) -> None:
    write_plan(f"base: {base}\n", tmp_path)
    assert ogp("check", "--strict", cwd=tmp_path).out.startswith("No problems.")

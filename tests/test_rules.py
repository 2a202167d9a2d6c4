"""Every rule on mini-plans: `rules/<rule>/<case>.txt` holds a plan and what `ogp check` says of it.

A case starts from a plan in `rules/_bases/`, and has the files that differ, each below a line
`-- name --`; "(removed)" removes one. Where there are files called `HEAD:name`, the plan with these
is the last commit, and the check takes its settings from it. The text below `-- problems --` is the
output of all rules, so a case also shows that no other rule reports anything. `pytest
--snapshot-update` refreshes it.
"""

import re
from pathlib import Path

import pytest
from conftest import Ogp, Result, commit

from ogp_cli.checks import PAGES

CASES = Path(__file__).parent / "rules"
FILES = sorted(path for path in CASES.glob("*/*.txt") if path.parent.name != "_bases")


def sections(path: Path) -> dict[str, str]:
    """Return the texts of a case by the names above them."""
    text = path.read_text(encoding="utf-8")
    _, *parts = re.split(r"^-- (.+) --\n", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def write_plan(case: Path, folder: Path, revision: str = "") -> None:
    base = re.match(r"base: (\w+)\n", case.read_text(encoding="utf-8"))
    assert base
    files = sections(CASES / "_bases" / f"{base[1]}.txt") | sections(case)
    for name, text in files.items():
        path = folder / name.removeprefix(revision)
        if not name.startswith(f"{revision}data/"):
            continue
        if text == "(removed)\n":
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def checked(ogp: Ogp, case: Path, folder: Path) -> Result:
    if not any(name.startswith("HEAD:") for name in sections(case)):
        write_plan(case, folder)
        return ogp("check", cwd=folder)
    write_plan(case, folder)
    write_plan(case, folder, "HEAD:")
    commit(folder)
    write_plan(case, folder)
    return ogp("check", "--settings-from", "HEAD", cwd=folder)


@pytest.mark.parametrize("case", FILES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_case(ogp: Ogp, tmp_path: Path, case: Path, request: pytest.FixtureRequest) -> None:
    result = checked(ogp, case, tmp_path)
    if request.config.option.update_snapshots:
        before = case.read_text(encoding="utf-8").partition("-- problems --\n")[0]
        case.write_text(f"{before}-- problems --\n{result.out}", encoding="utf-8", newline="")
    rule, verdict = case.parent.name, case.stem.partition("-")[0]
    assert (f"[{rule}]" in result.out) == (verdict == "fails")
    assert result.out == sections(case)["problems"]
    assert result.code == ("error[" in result.out)


@pytest.mark.parametrize("rule", PAGES)
def test_every_rule_has_cases_of_both_kinds(rule: str) -> None:
    stems = {path.stem.partition("-")[0] for path in (CASES / rule).glob("*.txt")}
    assert stems == {"fails", "passes"}


@pytest.mark.parametrize(
    "base", sorted((CASES / "_bases").glob("*.txt")), ids=lambda base: base.stem
)
def test_a_base_is_clean(ogp: Ogp, tmp_path: Path, base: Path) -> None:
    case = tmp_path / "case.txt"
    case.write_text(f"base: {base.stem}\n")
    write_plan(case, tmp_path)
    assert ogp("check", "--strict", cwd=tmp_path).out.startswith("No problems.")

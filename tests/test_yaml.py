"""YAML that is valid and not ours, and what is nearly YAML: each message names what is refused.

`yaml.tsv` has a line for each case: its name, what is reported (`line:column message`, several
after a semicolon, or nothing), and the file as a JSON string. `pytest --snapshot-update` writes the
second column anew.
"""

import json
from pathlib import Path

import pytest
from catalogues import messages_of
from conftest import ROOT, Ogp

from ogp_cli.store.parse import parse
from ogp_cli.store.syntax import SLIPS

pytestmark = pytest.mark.usefixtures("composer")
TABLE = Path(__file__).with_name("yaml.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
FILES = {name: json.loads(text) for name, _, text in ROWS}


def reported(ogp: Ogp, folder: Path) -> dict[str, str]:
    """Return what is said of every case, all of them as the commitments of one book."""
    commitments = folder / "data" / "commitments"
    commitments.mkdir(parents=True)
    for name in ("plan", "organizations"):
        source = ROOT / "tests/plans/french/data" / f"{name}.yaml"
        (folder / "data" / source.name).write_bytes(source.read_bytes())
    for name, text in FILES.items():
        (commitments / f"{name}.yaml").write_bytes(text.encode())
    shapes = ("--rule", "invalid-yaml", "--rule", "wrong-shape")
    found: dict[str, list[str]] = {name: [] for name in FILES}
    for each in json.loads(ogp("check", *shapes, "--format", "json", cwd=folder).out)["problems"]:
        message = each["message"].replace("\n", "\\n")
        said = f"{each['line']}:{each['column']} {message}"
        found[Path(each["file"]).stem].append(said)
    return {name: "; ".join(said) for name, said in found.items()}


def test_what_is_said_of_each(ogp: Ogp, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = reported(ogp, tmp_path)
    if request.config.option.update_snapshots:
        lines = (f"{name}\t{found[name]}\t{text}\n" for name, _, text in ROWS)
        TABLE.write_text("".join(lines), encoding="utf-8", newline="")
    else:
        assert found == {name: said for name, said, _ in ROWS}


def test_no_message_is_the_parsers_own() -> None:
    known = {each.id for each in messages_of("ar")}
    for name, text in FILES.items():
        _, findings = parse(text.encode(), "f")
        for each in findings:
            assert {each.message, each.hint} <= known, name
            said = each.message.format_map(each.values)
            assert not any(own in said for own in SLIPS), name

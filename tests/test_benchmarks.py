"""The made-up books of `benchmarks/`: right ones, as `ogp` and its peers see them."""

from pathlib import Path

import pytest
from conftest import ROOT, Ogp
from generate import generate
from test_schema import kind_of, lists, validator

from ogp_cli.models.schema import KINDS
from ogp_cli.store.parse import parse

FILES = 40


def commitments(root: Path) -> list[str]:
    return sorted(file.stem for file in (root / "data/commitments").iterdir())


def test_a_made_up_plan_is_adopted_and_reported_on(ogp: Ogp, tmp_path: Path) -> None:
    generate(tmp_path, FILES)
    assert ogp("check", "--strict", cwd=tmp_path).out.startswith("No problems.")
    names = commitments(tmp_path)
    assert len(names) == FILES
    assert {"c1", "c2", "c3", "c4", "c5"} <= {*names}
    assert len([*(tmp_path / "data/reports").iterdir()]) == 3
    validators = {kind: validator(kind) for kind in KINDS}
    for file in tmp_path.glob("data/**/*.yaml"):
        document, findings = parse(file.read_bytes(), file.name)
        assert document, findings
        validators[kind_of(file)].validate(lists(document.values))


def test_a_made_up_book_without_an_adoption(ogp: Ogp, tmp_path: Path) -> None:
    generate(tmp_path, FILES, adopts=False)
    assert ogp("check", "--strict", cwd=tmp_path).out.startswith("No problems.")
    names = commitments(tmp_path)
    assert len(names) == FILES
    assert "c1" not in names


def test_a_made_up_mistake_in_every_commitment(ogp: Ogp, tmp_path: Path) -> None:
    generate(tmp_path, FILES, wrong=True)
    assert ogp("check", cwd=tmp_path).out.count("error[wrong-shape]") == FILES


def test_the_schema_of_a_peer_takes_the_cards(tmp_path: Path) -> None:
    yamale = pytest.importorskip("yamale")
    generate(tmp_path, FILES)
    schema = yamale.make_schema(ROOT / "benchmarks/commitment.yamale")
    for file in (tmp_path / "data/commitments").iterdir():
        assert yamale.validate(schema, yamale.make_data(file))

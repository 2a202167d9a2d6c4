"""A new book: the files that `ogp init` writes."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from ogp_cli import __version__
from ogp_cli.edit.applied import read_back
from ogp_cli.edit.change import Change, new_file
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Skeletons
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.schema import json_schema
from ogp_cli.safe_json import dump
from ogp_cli.store.folder import COMMITMENTS, FOLDERS, MEETINGS, ORGANIZATIONS, PATHS, PLAN

WORKFLOW = ".github/workflows/ogp.yml"
_IGNORED = "/minutes.*\n"
_CHECK = f"""\
# Write the owner of the repository of ogp in place of <owner>: no account has that name.
name: ogp
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
    - uses: actions/checkout@v4
    - uses: "<owner>/ogp@v{__version__}"
"""


def refuse_full(folder: Path) -> None:
    """Raise `OgpError` where a folder has something in it, git's own folder aside."""
    if folder.exists() and any(each.name != ".git" for each in folder.iterdir()):
        raise OgpError(
            _("{folder} is not empty").format(folder=folder),
            _("name a new folder, as in: ogp init book"),
        )


def new_book(info: Mapping[str, str], day: dt.date, words: Skeletons) -> list[Change]:
    """Return the files of a new book, whose first meeting is on a day.

    `info` has the texts of plan.yaml by key. Raises `OgpError` where one is not as it has to be.
    """
    plan = new_file(PLAN, words.plan, info, words.proposals, {"proposals": 1})
    read_back(PlanInfo, plan)
    git = [_text(WORKFLOW, _CHECK), _text(".gitignore", _IGNORED)]
    return [plan, *_records(day, words), *_editor(), *git]


def _records(day: dt.date, words: Skeletons) -> list[Change]:
    ministry, association = "ministry-a", "association-b"
    institutions = {
        ministry: {"name": words.ministry, "sector": "government"},
        association: {"name": words.association, "sector": "civil-society"},
    }
    one, two = words.persons
    title = words.commitment_title
    commitment = {"number": 1, "title": title, "lead": ministry, "status": "standing"}
    meeting = {
        "date": day.isoformat(),
        "kind": "steering-committee",
        "participants": [
            {"name": one, "gender": "f", "organization": ministry},
            {"name": two, "gender": "m", "organization": association},
        ],
        "agenda": [words.agenda],
        "steps": [],
    }
    return [
        new_file(ORGANIZATIONS, words.institutions, institutions),
        new_file(f"{COMMITMENTS}/1.yaml", words.commitment, commitment),
        new_file(f"{MEETINGS}/{day}.yaml", words.meeting, meeting),
    ]


def _editor() -> list[Change]:
    schemas = {kind: f"schemas/{kind}.schema.json" for kind in PATHS}
    globs = {kind: f"{path}/*.yaml" if path in FOLDERS else path for kind, path in PATHS.items()}
    settings = {"yaml.schemas": {schemas[kind]: globs[kind] for kind in PATHS}}
    return [
        *(_text(file, f"{dump(json_schema(kind))}\n") for kind, file in schemas.items()),
        _text(".vscode/settings.json", f"{dump(settings)}\n"),
    ]


def _text(file: str, text: str) -> Change:
    return Change(file, None, text.encode())

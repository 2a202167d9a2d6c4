"""A new book: the files that `ogp init` writes."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from ogp_cli import __version__
from ogp_cli.edit.applied import as_read
from ogp_cli.edit.change import Change, new_file
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.schema import json_schema
from ogp_cli.safe_json import dump
from ogp_cli.store.folder import COMMITMENTS, FOLDERS, MEETINGS, ORGANIZATIONS, PATHS, PLAN

WORKFLOW = ".github/workflows/ogp.yml"
_IGNORED = "/minutes.*\n/public/\n"
# What GitHub is to do; VERSION stands for that of `ogp`.
_JOBS = Path(__file__).with_name("workflow.yml")


def refuse_full(folder: Path) -> None:
    """Raise `OgpError` where a folder has something in it, git's own folder aside."""
    if folder.exists() and any(each.name != ".git" for each in folder.iterdir()):
        raise OgpError(
            _("{folder} is not empty").format(folder=folder),
            _("name a new folder, as in: ogp init book"),
        )


def check_fact(key: str, value: str) -> None:
    """Raise `OgpError` where a text of plan.yaml is not as it has to be."""
    sound = {"title": "T", "country": "MA", "language": "ar", "time_zone": "UTC", "committee": "C"}
    as_read(PlanInfo, new_file(PLAN, sound | {key: value}))


def new_book(info: Mapping[str, str], day: dt.date, language: Language) -> list[Change]:
    """Return the files of a new book, whose first meeting is on a day.

    `info` has the texts of plan.yaml by key. What is made up is plainly so, and in `language`, as
    the comments are.
    """
    about = language.gettext("What applies to the whole plan.")
    counted = language.gettext(
        "How many proposals there are: ogp check notices a file that is lost."
    )
    plan = new_file(PLAN, about, info, counted, {"proposals": 1})
    jobs = _JOBS.read_text(encoding="utf-8").replace("VERSION", __version__)
    git = [_text(WORKFLOW, jobs), _text(".gitignore", _IGNORED)]
    return [plan, *_records(day, language), *_editor(), *git]


def _records(day: dt.date, language: Language) -> list[Change]:
    gettext = language.gettext
    ministry, association = "ministry-a", "association-b"
    institutions = {
        ministry: {"name": gettext("Ministry A"), "sector": "government"},
        association: {"name": gettext("Association B"), "sector": "civil-society"},
    }
    title = gettext("Example: publish the minutes of the committee")
    commitment = {"number": 1, "title": title, "lead": ministry, "status": "standing"}
    meeting = {
        "date": day.isoformat(),
        "kind": "steering-committee",
        "participants": [
            {"name": gettext("Person One"), "gender": "f", "organization": ministry},
            {"name": gettext("Person Two"), "gender": "m", "organization": association},
        ],
        "agenda": [gettext("Example: drafting the proposed commitments")],
        "steps": [],
    }
    each_once = gettext(
        "Each institution once, by the id that other files use. Replace these two examples."
    )
    first = gettext("This commitment is an example: replace it with the first proposal.")
    met = gettext(
        "This meeting is an example: replace it with the first one, and name the file after its "
        "date."
    )
    return [
        new_file(ORGANIZATIONS, each_once, institutions),
        new_file(f"{COMMITMENTS}/1.yaml", first, commitment),
        new_file(f"{MEETINGS}/{day}.yaml", met, meeting),
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

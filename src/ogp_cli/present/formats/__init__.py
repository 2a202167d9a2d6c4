"""The formats, one file each. They render documents, and know nothing of plans.

To add one, add its file, with a function `render`, and its line here. The file is imported when
somebody asks for the format.
"""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ogp_cli.errors import missing
from ogp_cli.terminal.screen import Screen

if TYPE_CHECKING:
    from ogp_cli.present.content.calendar import Calendar
    from ogp_cli.present.content.document import Document

_PACKAGE = Path(__file__).parents[2]
# A wheel carries the templates inside the package; a checkout keeps them at its top.
_CANDIDATES = (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates")
DEFAULTS = next((folder for folder in _CANDIDATES if folder.is_dir()), _CANDIDATES[0])


class Target(NamedTuple):
    """The screen, and the folder with the book's own templates and fonts, which may not exist."""

    screen: Screen
    templates: Path


class Format(NamedTuple):
    """A format: its module, the ending of its files, and whether it reads the book's templates."""

    module: str
    ending: str
    has_templates: bool = False


DOCUMENTS = {
    "text": Format("text", "txt"),
    "json": Format("json", "json"),
    "md": Format("markdown", "md", has_templates=True),
    "html": Format("html", "html", has_templates=True),
    "docx": Format("docx", "docx", has_templates=True),
    "pdf": Format("pdf", "pdf", has_templates=True),
}
TABLES = DOCUMENTS | {"csv": Format("csv", "csv"), "xlsx": Format("xlsx", "xlsx")}
SCHEDULES = TABLES | {"ics": Format("ics", "ics")}


def render(form: Format, content: "Document | Calendar", target: Target) -> str | bytes:
    """Return content as text, or as the bytes of a binary file.

    Raises `OgpError` if the package of a format is not installed, or a template is wrong.
    """
    draw = _module(form.module).render
    if form.has_templates:
        draw = partial(_module("limits").limited, draw)
    rendered: str | bytes = draw(content, target)
    return rendered


def _module(name: str) -> Any:  # noqa: ANN401 - what a module has
    try:
        return import_module(f"{__name__}.{name}")
    except ImportError as error:
        raise missing(error) from error

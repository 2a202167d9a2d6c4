"""The templates: those beside the data come first, then those of the tool, one by one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import extract_tb

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ogp_cli.documents.document import Document
from ogp_cli.errors import OgpError

_PACKAGE = Path(__file__).parents[1]
# A wheel carries the templates inside the package; a checkout keeps them at its top.
_CANDIDATES = (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates")
_DEFAULTS = next((folder for folder in _CANDIDATES if folder.is_dir()), _CANDIDATES[0])

Filter = Callable[..., str]


def render(
    name: str, document: Document, root: Path, *, filters: Mapping[str, Filter], autoescape: bool
) -> str:
    """Return the text that the template `name` makes of a document.

    Templates run in a sandbox and see the document alone. Raises `OgpError` with the template's
    name and line where it is missing or wrong.
    """
    sandbox = environment([root / "templates", _DEFAULTS], autoescape=autoescape)
    sandbox.filters.update(filters)
    try:
        return sandbox.get_template(name).render(minutes=document)
    except TemplateSyntaxError as error:
        raise _wrong(f"{error.name or name}:{error.lineno}", error) from error
    except Exception as error:  # whatever a template may do: recurse for ever, add to text, …
        raise _wrong(_line(name, error), error) from error


def environment(folders: list[Path], *, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """Return where templates run: in a sandbox, an unknown name being a mistake."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def folder_of(name: str, root: Path) -> Path:
    """Return the folder that the template `name` is taken from."""
    return beside(root) if (beside(root) / name).is_file() else _DEFAULTS


def beside(root: Path) -> Path:
    """Return the folder beside the data where a country's own templates and fonts are."""
    return root / "templates"


def _line(name: str, error: Exception) -> str:
    """Return the line of the template where an error came up, as `name:line`."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else name


def _wrong(place: str, error: Exception) -> OgpError:
    said = str(error) or type(error).__name__
    return OgpError(f"template {place}: {said}", "correct the file in the folder templates/")

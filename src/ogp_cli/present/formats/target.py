"""Where rendered output goes."""

from pathlib import Path
from typing import NamedTuple

from ogp_cli.terminal.screen import Screen

_PACKAGE = Path(__file__).parents[2]
# A wheel carries the templates inside the package; a checkout keeps them at its top.
_CANDIDATES = (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates")
DEFAULTS = next((folder for folder in _CANDIDATES if folder.is_dir()), _CANDIDATES[0])


class Target(NamedTuple):
    """The screen, and the folder with the book's own templates and fonts, which may not exist."""

    screen: Screen
    templates: Path

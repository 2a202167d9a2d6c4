"""Where rendered output goes."""

from dataclasses import dataclass
from pathlib import Path

from ogp_cli.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class Target:
    """The screen, and the folder with the book's own templates and fonts, which may not exist."""

    screen: Screen
    templates: Path

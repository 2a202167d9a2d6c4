"""Where what is rendered goes to."""

from dataclasses import dataclass
from pathlib import Path

from ogp_cli.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class Target:
    """The screen, and the folder with templates and fonts of one's own, which need not exist."""

    screen: Screen
    templates: Path

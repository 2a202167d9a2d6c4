"""`ogp templates`."""

from pathlib import Path

from ogp_cli.lang.interface import _
from ogp_cli.present.formats import DEFAULTS
from ogp_cli.store.write import make_folder, write
from ogp_cli.terminal.say import say, warn


def run(folder: Path) -> None:
    """Write the default templates into a folder; leave files that differ as they are."""
    make_folder(folder, in_data=True)
    for default in sorted(DEFAULTS.iterdir()):
        file, data = folder / default.name, default.read_bytes()
        if not file.exists():
            write(file, data, in_data=True)
            say(f"{file}")
        elif file.read_bytes() != data:
            warn(_("{file} differs from the default and stays as it is").format(file=file))

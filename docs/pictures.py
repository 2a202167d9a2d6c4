"""Make the pictures of docs/terminals.md: xterm and kitty, dark and light, in Arabic and English.

It needs Debian's packages xvfb, xterm, kitty, imagemagick and fonts-dejavu-core:

    .venv/bin/python docs/pictures.py
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "terminal"
COLUMNS, ROWS = 110, 60
FONT = "DejaVu Sans Mono"
PATIENCE = 60  # seconds
THEMES = {"dark": ("#1e1e1e", "#e0e0e0"), "light": ("#ffffff", "#202020")}
SHOWN = (
    *(("status", "ar", "dark"), ("status", "en", "light")),
    *(("check", "ar", "light"), ("check", "en", "dark")),
)
# In a copy of the shipped book, for `ogp check`: a file, what stands there, and a mistake.
MISTAKES = (
    ("commitments/5.yaml", "status: standing", "status: merged"),
    ("commitments/16.yaml", "number: 16", "number: 17"),
    ("commitments/2.yaml", "lead:", "laed:"),
)


def xterm(background: str, letters: str, command: Sequence[str]) -> list[str]:
    """Return the command that opens xterm."""
    colours = ["-bg", background, "-fg", letters, "-b", "0"]
    size = ["-geometry", f"{COLUMNS}x{ROWS}+0+0"]
    return ["xterm", "-fa", FONT, "-fs", "10", *colours, *size, "-e", *command]


def kitty(background: str, letters: str, command: Sequence[str]) -> list[str]:
    """Return the command that opens kitty."""
    settings = {
        "font_family": FONT,
        "font_size": "10",
        "background": background,
        "foreground": letters,
        "remember_window_size": "no",
        "initial_window_width": f"{COLUMNS}c",
        "initial_window_height": f"{ROWS}c",
        "update_check_interval": "0",
    }
    options = [part for each in settings.items() for part in ("-o", "=".join(each))]
    return ["kitty", "--config", "NONE", *options, *command]


TERMINALS = (xterm, kitty)


@contextmanager
def running(command: Sequence[str], **environment: str) -> Iterator[None]:
    """Run a program until the block ends."""
    process = subprocess.Popen(  # noqa: S603
        command, env=os.environ | environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def appears(path: Path) -> None:
    """Wait until there is a file. Raises `TimeoutError` if there is none for long."""
    start = time.monotonic()
    while not path.exists():
        if time.monotonic() - start > PATIENCE:
            raise TimeoutError(path)
        time.sleep(0.1)


def picture(folder: Path, display: str, opened: Sequence[str], background: str, name: str) -> None:
    """Open a terminal, and write what it shows; `folder/done` says that the command ended."""
    done = folder / "done"
    done.unlink(missing_ok=True)
    file = PICTURES / f"{name}.png"
    with running(opened, DISPLAY=display, LIBGL_ALWAYS_SOFTWARE="1"):
        appears(done)
        time.sleep(1.5)  # until it is drawn
        shot = ["import", "-display", display, "-window", "root", f"{folder}/shot.png"]
        subprocess.run(shot, check=True)  # noqa: S603
    crop = ["-trim", "+repage", "-trim", "+repage", "-bordercolor", background, "-border", "8"]
    cut = ["convert", f"{folder}/shot.png", *crop, "-colors", "32", f"PNG8:{file}"]
    subprocess.run(cut, check=True)  # noqa: S603


def main() -> None:
    """Write all pictures, in place of those that were there."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    with TemporaryDirectory() as temporary:
        folder, display = Path(temporary), f":{100 + os.getpid() % 400}"
        shutil.copytree(ROOT / "data", folder / "data")
        for name, right, wrong in MISTAKES:
            file = folder / "data" / name
            text = file.read_text(encoding="utf-8")
            if right not in text:
                raise ValueError(name)
            file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        screen = ["Xvfb", display, "-screen", "0", "1200x1200x24", "+extension", "GLX"]
        with running(screen):
            appears(Path(f"/tmp/.X11-unix/X{display[1:]}"))  # noqa: S108 - where X has it
            for terminal in TERMINALS:
                for verb, lang, theme in SHOWN:
                    book, files = (folder, "data/commitments") if verb == "check" else (ROOT, "")
                    ogp = f"{sys.executable} -m ogp_cli {verb} --lang {lang} {files}"
                    no_cursor, done = "printf '\\033[?25l'", f"touch {folder}/done"
                    shell = f"cd {book}; {no_cursor}; {ogp}; {done}; sleep {PATIENCE}"
                    background, letters = THEMES[theme]
                    opened = terminal(background, letters, ["bash", "-c", shell])
                    name = f"{terminal.__name__}-{verb}-{lang}-{theme}"
                    picture(folder, display, opened, background, name)


if __name__ == "__main__":
    main()

r"""Take pictures of documents and screens, in three languages, each kind at one size.

    docs/pictures.py                 those that the folder docs/ shows, in place of the old ones
    docs/pictures.py FOLDER [OGP]    all of them

`OGP` is the program, so that the pictures of two versions can be laid side by side. Documents are
shown as PDF, Word and HTML, screens in xterm and kitty. This needs, on Debian:

    apt-get install poppler-utils libreoffice-writer-nogui chromium-headless-shell \\
      xvfb xterm kitty imagemagick fonts-dejavu-core
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

DOCS = Path(__file__).parent
ROOT = DOCS.parent
ADOPTED = ROOT / "examples" / "adopted"
LANGUAGES = ("ar", "fr", "en")
# What is shown, by the name of its pictures: the book, and the command.
DOCUMENTS = {
    "committee": (ROOT, "render-minutes 2024-03-21"),
    "decisions": (ADOPTED, "render-minutes 2024-06-13"),
    "adoption": (ADOPTED, "render-minutes 2024-11-21"),
    "amendments": (ADOPTED, "render-minutes 2026-03-19"),
    "public": (ADOPTED, "render-minutes 2025-09-18"),
    "coordination": (ADOPTED, "render-minutes 2025-11-20"),
    "last": (ADOPTED, "render-minutes 2026-09-24"),
    "planned": (ADOPTED, "show 2026-12-10"),
    "card": (ADOPTED, "show c1"),
    "status": (ROOT, "status"),
    "implementation": (ADOPTED, "status"),
    "schedule": (ADOPTED, "schedule"),
    "changes": (ADOPTED, "changes --since 2025-01-01"),
}
SCREENS = {
    **{name: DOCUMENTS[name] for name in ("status", "implementation", "schedule", "changes")},
    "show": DOCUMENTS["card"],
    "rules": (ROOT, "rules missing-title"),
    "check": (Path("mistakes"), "check data/commitments"),
    "post": (Path("decided"), "post --diff"),
}
# Copies of the shipped book: a file, what stands there, and what else is written.
COPIES = {
    "mistakes": (
        ("commitments/5.yaml", "status: standing", "status: merged"),
        ("commitments/16.yaml", "number: 16", "number: 17"),
        ("commitments/2.yaml", "lead:", "laed:"),
    ),
    "decided": (
        ("meetings/2024-03-21.yaml", "cancel: [22, 25, 26]", "cancel: [22, 25]"),
        ("meetings/2024-03-21.yaml", "heard: []", "heard: [comments-shared]"),
    ),
}
WIDTHS = (360, 1200)  # of the windows of a browser, in pixels
COLUMNS, ROWS, LONGEST = 110, 60, 200  # of a terminal: what is shown, and the longest output
FONT = "DejaVu Sans Mono"
PATIENCE = 60  # seconds
THEMES = {"dark": ("#1e1e1e", "#e0e0e0"), "light": ("#ffffff", "#202020")}

Wanted = Callable[[str], bool]


def run(*command: object) -> None:
    """Run a program, quietly. Raises `subprocess.CalledProcessError` if it fails."""
    subprocess.run([*map(str, command)], check=True, capture_output=True)  # noqa: S603 - our own


def pages(file: Path, name: Path) -> None:
    """Write a picture of each page of a PDF, at 80 dots an inch."""
    run("pdftoppm", "-r", 80, "-png", file, name)


def document(folder: Path, ogp: str, name: str, lang: str) -> None:
    """Write all pictures of a document in a language."""
    book, command = DOCUMENTS[name]
    file = folder / f"{name}-{lang}"
    for ending in ("pdf", "docx", "html"):
        output = file.with_suffix(f".{ending}")
        run(ogp, "--root", book, *command.split(), "--lang", lang, "--output", output)
    pages(file.with_suffix(".pdf"), file.with_name(f"{file.name}-pdf"))
    word = folder / "word"
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", word, file.with_suffix(".docx"))
    pages(word / f"{file.name}.pdf", file.with_name(f"{file.name}-word"))
    for width in WIDTHS:
        picture = file.with_name(f"{file.name}-html-{width}.png")
        browser = ("chromium-headless-shell", "--no-sandbox", "--hide-scrollbars")
        page = file.with_suffix(".html").resolve().as_uri()
        run(*browser, f"--window-size={width},1400", f"--screenshot={picture}", page)


def xterm(background: str, letters: str, command: Sequence[str]) -> list[str]:
    """Return the command that opens xterm."""
    colours = ["-bg", background, "-fg", letters, "-b", "0"]
    size = ["-geometry", f"{COLUMNS}x{LONGEST}+0+0"]
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
        "initial_window_height": f"{LONGEST}c",
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


def photograph(display: str, opened: Sequence[str], done: Path, file: Path) -> None:
    """Open a terminal, and write the first rows that it shows; `done` says that all is printed."""
    done.unlink(missing_ok=True)
    whole = done.with_name("whole.png")
    with running(opened, DISPLAY=display, LIBGL_ALWAYS_SOFTWARE="1"):
        appears(done)
        time.sleep(1.5)  # until it is drawn
        run("import", "-display", display, "-window", "root", whole)
    # The terminal stands at the top left of a black screen; each row of letters is 17 pixels high.
    crop = ("-crop", f"{COLUMNS * 8 + 4}x{ROWS * 17 + 4}+0+0", "+repage")
    run("convert", whole, *crop, "-colors", "32", f"PNG8:{file}")


def copied(folder: Path) -> None:
    """Write the copies of the shipped book, each with other words in some files."""
    for copy, changes in COPIES.items():
        shutil.copytree(ROOT / "data", folder / copy / "data")
        for name, old, new in changes:
            file = folder / copy / "data" / name
            text = file.read_text(encoding="utf-8")
            if old not in text:
                raise ValueError(name)
            file.write_text(text.replace(old, new, 1), encoding="utf-8")


def screens(folder: Path, ogp: str, wanted: Wanted) -> None:
    """Write the pictures of screens that are wanted by their names."""
    with TemporaryDirectory() as temporary:
        books, display = Path(temporary), f":{100 + os.getpid() % 400}"
        copied(books)
        done = books / "done"
        with running(["Xvfb", display, "-screen", "0", "1200x3600x24", "+extension", "GLX"]):
            appears(Path(f"/tmp/.X11-unix/X{display[1:]}"))  # noqa: S108 - where X has it
            for terminal, name, lang, theme in (
                (terminal, name, lang, theme)
                for terminal in TERMINALS
                for name in SCREENS
                for lang in LANGUAGES
                for theme in THEMES
                if wanted(f"{terminal.__name__}-{name}-{lang}-{theme}")
            ):
                book, command = SCREENS[name]
                no_cursor = "printf '\\033[?25l'"
                shell = f"cd {books / book}; {no_cursor}; {ogp} {command} --lang {lang}"
                opened = terminal(
                    *THEMES[theme], ["bash", "-c", f"{shell}; touch {done}; sleep {PATIENCE}"]
                )
                file = folder / f"{terminal.__name__}-{name}-{lang}-{theme}.png"
                photograph(display, opened, done, file)


def refresh(ogp: str) -> None:
    """Take the pictures that the folder docs/ shows."""
    shown: Collection[str] = {each.stem for each in DOCS.glob("terminal/*.png")}
    screens(DOCS / "terminal", ogp, shown.__contains__)
    with TemporaryDirectory() as temporary:
        document(Path(temporary), ogp, "committee", "ar")
        shutil.copy(Path(temporary) / "committee-ar-pdf-3.png", DOCS / "minutes.png")


def main(
    folder: str = "", ogp: str = str(Path(sys.executable).with_name("ogp").absolute())
) -> None:
    """Take the pictures of docs/, or all of them into a folder."""
    if not folder:
        refresh(ogp)
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    take = partial(document, Path(folder), ogp)
    for name in DOCUMENTS:
        for lang in LANGUAGES:
            with suppress(subprocess.CalledProcessError):  # another version may lack a format
                take(name, lang)
    screens(Path(folder), ogp, lambda _: True)


if __name__ == "__main__":
    main(*sys.argv[1:])

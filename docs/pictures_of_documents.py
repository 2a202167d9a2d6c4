"""Take pictures of documents as PDF, Word and HTML, in three languages, always at the same size.

    docs/pictures_of_documents.py FOLDER [OGP]

`OGP` is the program, so that another version's documents can be laid beside those of this one. It
needs pdftoppm, soffice and chromium-headless-shell:

    apt-get install poppler-utils libreoffice-writer-nogui chromium-headless-shell
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ADOPTED = ROOT / "examples" / "adopted"
LANGUAGES = ("ar", "fr", "en")
# Each document by the name of its pictures: the book, and the command.
DOCUMENTS = {
    "committee": (ROOT, "render-minutes 2024-03-21"),
    "decisions": (ADOPTED, "render-minutes 2024-06-13"),
    "adoption": (ADOPTED, "render-minutes 2024-11-21"),
    "amendments": (ADOPTED, "render-minutes 2026-03-19"),
    "public": (ADOPTED, "render-minutes 2025-09-18"),
    "coordination": (ADOPTED, "render-minutes 2025-11-20"),
    "planned": (ADOPTED, "show 2026-12-10"),
    "card": (ADOPTED, "show c1"),
}
WIDTHS = (360, 1200)  # of the windows, in pixels
README = "minutes.png"  # a page of the committee's minutes


def run(*command: object) -> None:
    """Run a program, quietly. Raises `subprocess.CalledProcessError` if it fails."""
    subprocess.run([*map(str, command)], check=True, capture_output=True)  # noqa: S603 - our own


def pages(file: Path, name: Path) -> None:
    """Write a picture of each page of a PDF, at 80 dots an inch."""
    run("pdftoppm", "-r", 80, "-png", file, name)


def take(folder: Path, ogp: str, name: str, lang: str) -> None:
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


def main(folder: Path, ogp: str = str(Path(sys.executable).with_name("ogp"))) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DOCUMENTS:
        for lang in LANGUAGES:
            take(folder, ogp, name, lang)
    shutil.copy(folder / "committee-ar-pdf-3.png", folder / README)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

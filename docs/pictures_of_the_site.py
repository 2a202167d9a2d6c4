"""Take the pictures of the site in docs/site/: `.venv/bin/python docs/pictures_of_the_site.py`.

It needs chromium-headless-shell and fonts-noto-core, ImageMagick, and the extras `browser` and
`documents`. Each picture is what a screen shows of the top of a page, on a telephone and on a desk.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
ADOPTED = ROOT / "examples" / "adopted"
PICTURES = ROOT / "docs" / "site"
# Each page by the name of its pictures: the book, the page, and its languages.
PAGES = {
    "home": (ROOT, "", ("ar",)),
    "home-adopted": (ADOPTED, "", ("ar", "fr", "en")),
    "proposal": (ROOT, "proposals/10/", ("ar",)),
    "proposal-adopted": (ADOPTED, "proposals/16/", ("fr",)),
    "commitment": (ADOPTED, "commitments/c1/", ("ar", "fr")),
    "meeting": (ROOT, "meetings/2024-03-21/", ("ar",)),
    "meeting-adopted": (ADOPTED, "meetings/2024-06-13/", ("fr",)),
}
WINDOWS = {360: 1200, 1200: 1100}  # width and height in pixels
COLOURS = "128"


def written(folder: Path) -> dict[Path, Path]:
    """Write the site of each book, and return the folders by the books."""
    found = {}
    for number, book in enumerate((ROOT, ADOPTED)):
        found[book] = folder / str(number)
        ogp = (sys.executable, "-m", "ogp_cli", "--root", book, "site", "--output", found[book])
        subprocess.run([*map(str, ogp)], check=True)  # noqa: S603 - our own
    return found


def main() -> None:
    """Take all pictures, in place of those that were there."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    program = shutil.which("chromium-headless-shell")
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        sites = written(Path(temporary))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, (book, path, languages) in PAGES.items():
            for language in languages:
                prefix = "" if language == "ar" else f"{language}/"
                for width, height in WINDOWS.items():
                    page = browser.new_page(viewport={"width": width, "height": height})
                    page.goto((sites[book] / prefix / path / "index.html").as_uri())
                    shot = Path(temporary) / "shot.png"
                    page.screenshot(path=shot)
                    page.close()
                    file = PICTURES / f"{name}-{language}-{width}.png"
                    small = (
                        "convert",
                        shot,
                        "+dither",
                        "-colors",
                        COLOURS,
                        "-strip",
                        f"PNG8:{file}",
                    )
                    subprocess.run([*map(str, small)], check=True)  # noqa: S603 - our own
        browser.close()


if __name__ == "__main__":
    main()

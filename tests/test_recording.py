"""The secretary's year runs as it is printed, in three languages that have the same commands."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, Ogp

IDENTITY = ["-c", "user.name=Secretary", "-c", "user.email=secretary@example.org"]
LANGUAGES = ["ar", "en", "fr"]
BALANCE = "4 proposals = 1 cancelled + 2 adopted + 1 not adopted; the plan has 1 commitment"


def blocks(language: str) -> list[tuple[str, str]]:
    """Return the commands and the files of a page, in order, each with its kind."""
    suffix = "" if language == "en" else f".{language}"
    page = (ROOT / f"docs/recording{suffix}.md").read_text(encoding="utf-8")
    return re.findall(r"^```(yaml|console)\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_same_commands(language: str) -> None:
    commands, translated = (
        [re.sub(r'"[^"]*"|--language \w\w', "", text) for kind, text in page if kind == "console"]
        for page in (blocks("en"), blocks(language))
    )
    assert translated == commands


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_secretarys_year(ogp: Ogp, tmp_path: Path, language: str) -> None:
    folder, verbs = tmp_path, set()
    for kind, text in blocks(language):
        if kind == "yaml":
            name = text.partition("\n")[0].removeprefix("# ")
            assert (folder / name).exists()  # a command wrote it, for the secretary to fill in
            (folder / name).write_text(text, encoding="utf-8")
            continue
        for line in text.replace("\\\n", "").splitlines():
            program, *arguments = shlex.split(line)
            if program == "cd":
                folder /= arguments[0]
            elif program == "git":
                subprocess.run([program, *IDENTITY, *arguments], cwd=folder, check=True)
            else:
                assert program == "ogp"
                strict = ["--strict"] * (arguments == ["check"])  # not even a warning
                result = ogp(*arguments, *strict, cwd=folder, LANG=language)
                assert result.code == 0, result.out + result.err
                verbs.add(arguments[0])
    shown = {"changes", "status", "show", "schedule", "export", "site"}
    assert verbs == {"init", "new", "post", "check", "render-minutes", *shown}
    assert ogp("check", cwd=folder).out.startswith("No problems.")
    left = subprocess.run(["git", "status", "--short"], cwd=folder, capture_output=True, check=True)
    assert left.stdout == b""
    assert BALANCE in ogp("status", cwd=folder).out

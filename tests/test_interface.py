"""What `ogp` says to whoever runs it: in their language, and in no other."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from catalogues import extracted, messages_of
from conftest import FRENCH, ROOT, Ogp, Result, Terminal, adopted_book, some
from typer.main import get_command

from ogp_cli.checks import RULES
from ogp_cli.cli import COMMANDS, app
from ogp_cli.cli.classes import command_of
from ogp_cli.lang import catalogue, interface, language
from ogp_cli.present.formats import DEFAULTS
from ogp_cli.terminal.letters import width

GIVEN = {
    "--language": "fr",
    "--country": "MA",
    "--title": "Titre",
    "--committee": "Comité",
    "--time-zone": "Africa/Casablanca",
    "--date": "2026-01-15",
}
INIT = [word for pair in GIVEN.items() for word in pair]

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒĝĥíĵķłɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁḾÑÓÞɊŔŠŦÚṼŴẊÝŽ",
)
OPEN, CLOSE = "⟦⟧"


def pseudo(sentence: str) -> str:
    """Return a sentence in no language: between brackets, its letters changed, its fields kept."""
    parts = re.split(r"(\{\w*\})", sentence)
    changed = "".join(part if part[:1] == "{" else part.translate(LETTERS) for part in parts)
    return f"{OPEN}{changed}{CLOSE}"


@pytest.fixture
def pseudo_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let French and Arabic say every message of the code in the words of no language."""
    for code in ("fr", "ar"):
        said = Catalog(code, fuzzy=False)
        for each in extracted():
            id_: Any = (each.id, each.plural) if each.plural else each.id
            forms = (pseudo(each.id), *[pseudo(each.plural)] * (said.num_plurals - 1))
            said.add(id_, forms if each.plural else forms[0], context=each.context or None)
        file = tmp_path / "locale" / code / "LC_MESSAGES/ogp.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as compiled:
            write_mo(compiled, said)
    for module in (catalogue, interface):
        monkeypatch.setattr(module, "LOCALE", tmp_path / "locale")
    _forget()
    yield
    _forget()


def _forget() -> None:
    for cached in (catalogue.catalogue, language._translated):
        cached.cache_clear()


def names() -> set[str]:
    """Return the words that are names: of commands, options, values, rules, and of examples."""
    texts = [*RULES, *COMMANDS, "OPTIONS COMMAND ARGS ogp env help"]
    commands = [get_command(app), *map(command_of, COMMANDS)]
    for command in [*commands, *(each for top in commands for each in below(top))]:
        for param in command.params:
            texts += [*param.opts, f"{param.metavar} {param.default}"]
        examples = (command.help or "").partition("\b\n")[2].split("\n")[1:]
        texts += examples
    return words(" ".join(texts))


def below(command: Any) -> list[Any]:
    return [*getattr(command, "commands", {}).values()]


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{2,}", text))


def words_of_files(folder: Path) -> set[str]:
    """Return the words of a book, and of the names of its files."""
    files = [file for file in folder.rglob("*.y*ml") if file.is_file()]
    texts = (
        f"{file.relative_to(folder.parent)} {file.read_text(encoding='utf-8')}" for file in files
    )
    return {each for text in texts for each in words(text)}


# What stays as it is, and why.
ALLOWED = {
    # a grammar, or what Babel says of days and hours: the language here is French in name
    *("et", "le", "du", "au", "er"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "vrier", "ao"),
    *("septembre", "octobre", "novembre", "décembre", "cembre", "http", "https"),
    *words("No such file or directory"),  # the system's
    *words("txt .vscode/settings.json .github/workflows .gitignore schema"),  # of files
}


def said(result: Result) -> str:
    return result.out + result.err


def books(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return the shipped book, broken in places; the French one; and one of an adopted plan."""
    broken = tmp_path / "broken"
    shutil.copytree(ROOT / "data", broken / "data")
    file = broken / "data/commitments/22.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("cancelled", "standing", 1))
    (broken / "data/commitments/5.yaml").write_text("number: [5\ntitel: a\n")
    file = broken / "data/meetings/2024-03-21.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "agreeed: [x]\n", encoding="utf-8")
    french = tmp_path / "french"
    shutil.copytree(FRENCH / "data", french / "data")
    return broken, french, adopted_book(tmp_path / "adopted")


READING = [
    *(
        ["status", *more]
        for more in ([], ["--format", "records"], ["--format", "csv"], ["--stuck"])
    ),
    *(["show", name] for name in ("10", "2024-03-21", "justice")),
    *(["changes", *more] for more in ([], ["--since", "2024-01-01"], ["--format", "markdown"])),
    *(["schedule", *more] for more in ([], ["--format", "records"], ["--format", "csv"])),
    *(["render-minutes", "2024-03-21", "--format", form] for form in ("md", "text")),
    *(["check"], ["rules"], ["help"], []),
]
REFUSED = [
    ["chek"],
    ["status", "--bogus"],
    ["status", "--lead"],
    ["status", "--overdue=1"],
    ["status", "--lang", "xx"],
    ["status", "--idle", "many"],
    ["status", "--number", "3-1"],
    ["status", "--axis", "justice", "--phase", "drafting"],
    ["status", "--sort", "due", "--phase", "drafting"],
    ["status", "--as-of", "2024-02-30"],
    ["status", "--output", "status.odt"],
    ["status", "too", "many"],
    ["show"],
    ["show", "nobody"],
    ["show", "25", "--as-of", "1999-01-01"],
    ["changes", "--since", "2024-03-21", "--until", "2024-03-21"],
    ["check", "nowhere.yaml"],
    ["check", "--rule", "unschedulled"],
    ["check", "--changed-since", "nowhere"],
    ["check", "--changed-since", "a", "--settings-from", "b"],
    ["render-minutes"],
    ["render-minutes", "--all"],
    ["render-minutes", "2024-03-2"],
    ["render-minutes", "2024-03-21", "--output", "nowhere/minutes.md"],
    ["render-minutes", "2024-03-21", "--output", "data/minutes.md"],
    ["new", "meeting", "2024-03-21"],
    ["new", "meeting", "2024-3-21"],
    ["new", "commitment", "5", "--title", "x"],
    ["new", "commitment", "--title", "x", "--lead", "nobody"],
    ["new", "report"],
    ["init", "data"],
    ["post"],
    ["--root", "nowhere", "status"],
]


def left_in_english(text: str, known: set[str]) -> list[str]:
    """Return the lines with a word that is neither data, nor a name, nor allowed."""
    return [line for line in text.splitlines() if words(line) - known - ALLOWED]


@pytest.mark.slow
@pytest.mark.usefixtures("pseudo_locale")
def test_every_word_comes_from_the_catalogue(ogp: Ogp, tmp_path: Path) -> None:
    broken, french, adopted = books(tmp_path)
    known = names() | words(f"{tmp_path} {ROOT} {[each.name for each in DEFAULTS.iterdir()]}")
    runs: list[tuple[list[Any], Path]] = [
        *((["--lang", "fr", *each, "--help"], ROOT) for each in helped()),
        *((each, book) for each in READING for book in (ROOT, french, broken)),
        *((each, ROOT) for each in REFUSED),
        *((["render-minutes", "2024-03-21"], broken), (["post", "--diff"], adopted)),
        *((["status"], adopted), (["show", "c1"], adopted), (["new", "report"], adopted)),
        *((["status"], adopted), (["new", "report"], adopted), (["new", "report", "x"], adopted)),
        *((["new", "meeting", "2025-04-01"], adopted), (["check"], adopted), (["post"], adopted)),
        *((["new", "commitment", "--title", "x"], french), (["check", "--fix"], french)),
        *(
            (["templates", "templates"], french),
            (["templates", "templates"], adopted),
            (["export", "open-data"], adopted),
            (["init", tmp_path / "new", *INIT], tmp_path),
        ),
    ]
    (french / "data/commitments/9.yaml").write_text("number: 9\ntitle: a  b\nstatus: standing\n")
    (adopted / "templates").mkdir()
    (adopted / "templates/minutes.md.j2").write_text("")
    for arguments, book in runs:
        shown = said(ogp(*arguments, cwd=book, LANG="fr_FR.UTF-8", COLUMNS="200"))
        printed = re.sub("<[^|>]*>", "", shown)  # the tags of Markdown
        mine = (
            known
            | words(" ".join(map(str, arguments)))
            | words_of_files(book / "data" if (book / "data").exists() else book)
        )
        assert not left_in_english(printed, mine), arguments
        assert printed.count(OPEN) == printed.count(CLOSE), arguments


def helped() -> list[list[str]]:
    return [
        [],
        *([each] for each in COMMANDS),
        *(["new", each.name] for each in below(command_of("new"))),
    ]


DECIDED = """\
decisions:
- cancel: [1]
  reason: "{reason}"
- adopt:
  - {{number: 1, from: [2]}}
"""
YEAR = {"ar": ("نشر الميزانية", "غياب التمويل", "خطة العمل"), "fr": ("Budget", "Doublon", "Plan")}


def english(code: str, text: str) -> list[str]:
    """Return the sentences of the code that stand in a text, and are not what a language says."""
    own = {each.id: forms for each, forms in messages_of(code).items()}
    fixed = {each: re.split(r"\{\w*\}", each.id) for each in extracted()}
    sentences = {each.id: max(parts, key=len) for each, parts in fixed.items()}
    return [
        sentence
        for sentence, part in sentences.items()
        if len(words(part)) > 2 and part in text and not any(part in form for form in own[sentence])
    ]


@pytest.mark.parametrize(
    ("code", "locale"), some(1, [("ar", "ar_MA.UTF-8"), ("fr", "fr_FR.UTF-8")])
)
def test_a_secretary_s_year_has_no_english_sentence(
    ogp: Ogp, tmp_path: Path, code: str, locale: str
) -> None:
    title, reason, plan = YEAR[code]
    book, printed = tmp_path / "book", ""

    def run(*arguments: str | Path, exit_code: int = 0) -> None:
        nonlocal printed
        done = ogp(*arguments, cwd=book if book.exists() else tmp_path, LANG=locale)
        assert done.code == exit_code, done.err
        printed += said(done)

    given = {**GIVEN, "--language": code, "--title": plan, "--committee": plan}
    run("init", book, *(word for pair in given.items() for word in pair))
    run("new", "commitment", "--title", title, "--proposed", "2026-01-20")
    run("check", exit_code=0)
    run("new", "meeting", "2026-02-10")
    file = book / "data/meetings/2026-02-10.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "decisions: []\n", DECIDED.format(reason=reason)
    )
    file.write_text(text, encoding="utf-8")
    settings = book / "data/plan.yaml"
    period = "period: {start: 2026-02-10, end: 2028-12-31}\nperiods: [2026-06]\n"
    settings.write_text(settings.read_text(encoding="utf-8") + period, encoding="utf-8")
    for arguments in (
        *(["check"], ["post", "--diff"], ["post"], ["post"], ["check"], ["status"]),
        *(["show", "c1"], ["show", "1"], ["changes"], ["schedule"], ["new", "report"], ["rules"]),
        *(["render-minutes", "2026-02-10"], ["render-minutes", "2026-02-10", "--format", "html"]),
    ):
        run(*arguments, exit_code=1 if arguments == ["check"] and "c1.yaml" not in printed else 0)
    run("new", "report", exit_code=2)
    run("new", "meeting", "2026-02-10", exit_code=2)
    run("render-minutes", exit_code=2)
    assert not english(code, printed)


def test_english_is_found() -> None:
    assert english("fr", "ogp: the plan has not been adopted yet")


@pytest.mark.parametrize(
    "arguments", [["--lang", "fr", "status"], ["status", "--lang", "fr"], ["--lang=fr", "status"]]
)
def test_the_language_is_said_anywhere(ogp: Ogp, arguments: list[str]) -> None:
    assert ogp(*arguments).out == ogp("status", LANG="fr_FR.UTF-8").out
    assert ogp(*arguments, "--help").out == ogp("status", "--help", LANG="fr_FR.UTF-8").out
    assert "Utilisation\xa0: ogp status" in ogp(*arguments, "--help").out
    assert "Erreur" in ogp(*arguments, "--bogus").err
    minutes = ["render-minutes", "2024-03-21"]
    assert ogp("--lang", "fr", *minutes).out == ogp(*minutes, "--lang", "fr").out


def test_a_command_s_own_language_counts_first(ogp: Ogp) -> None:
    assert ogp("--lang", "ar", "status", "--lang", "fr").out == ogp("status", "--lang", "fr").out


def test_a_shell_explains_in_the_language_of_the_interface(ogp: Ogp) -> None:
    asked = {"_OGP_COMPLETE": "complete_zsh", "LANG": "fr_FR.UTF-8"}
    assert "Établir le compte rendu" in ogp(_TYPER_COMPLETE_ARGS="ogp rend", **asked).out
    assert "Format de sortie" in ogp(_TYPER_COMPLETE_ARGS="ogp status --form", **asked).out


def test_names_keep_their_order_in_an_arabic_sentence(ogp: Ogp, tmp_path: Path) -> None:
    error = ogp("status", cwd=tmp_path, LANG="ar_MA.UTF-8").err
    assert "\u200e--root\u200e" in error
    assert "\u200edata/plan.yaml\u200e" in error
    help_ = ogp("schema", "--help", LANG="ar_MA.UTF-8").out
    assert "\u200e[env: OGP_ROOT]\u200e" in help_
    assert "    ogp schema commitment > schemas/commitment.schema.json\n" in help_
    unknown = ogp("show", "plan français d’État", LANG="ar_MA.UTF-8").err
    assert "«\u200eplan français d’État\u200e»" in unknown


def test_a_terminal_shows_arabic_help_in_order(terminal: Terminal) -> None:
    for mode in ("visual", "isolate"):
        lines = terminal(80, "check", "--help", LANG="ar", OGP_BIDI=mode).splitlines()
        assert "    ogp check --fix" in lines  # an example stays at the left
        (option,) = (line for line in lines if line.startswith("  --strict "))
        assert width(re.sub("[\u2066-\u2069\u200e]", "", option)) == 80
        assert all(width(re.sub("[\u2066-\u2069\u200e]", "", line)) <= 80 for line in lines)


@pytest.mark.parametrize("lang", some(1, ["ar", "fr", "en"]))
def test_the_examples_of_the_help_can_be_pasted(ogp: Ogp, tmp_path: Path, lang: str) -> None:
    out = ogp("init", "--help", LANG=lang).out
    examples = [line.strip() for line in out.splitlines() if line.startswith("    ogp ")]
    assert len(examples) == 3
    for number, line in enumerate(examples):
        folder = tmp_path / str(number)
        folder.mkdir()
        given = shlex.split(line)[1:]
        # What a terminal would ask for; the example's own options come after, and count.
        asked = ["--language=en", "--country=XA", "--title=Plan", "--committee=C"]
        result = ogp("init", *asked, "--time-zone=UTC", *given[1:], cwd=folder)
        assert (result.code, result.err) == (0, ""), line

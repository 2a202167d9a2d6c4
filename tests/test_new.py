"""`ogp init` and `ogp new`: a book and its records to begin with, right from the first moment."""

import io
import re
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Ogp, Terminal, _Tty, some

from ogp_cli.edit.init import WORKFLOW
from ogp_cli.lang import LANGUAGES

OPTIONS = {
    "--country": "MA",
    "--title": "خطة العمل: الأولى",
    "--committee": "لجنة الإشراف",
    "--time-zone": "Africa/Casablanca",
}
GIVEN = [word for option in OPTIONS.items() for word in option]
LATIN = {"--title": "Plan: first", "--committee": "Comité"}


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("language", some(1, LANGUAGES))
def test_a_new_book_is_clean(ogp: Ogp, tmp_path: Path, language: str) -> None:
    book = tmp_path / "a" / "book"
    given = OPTIONS if language == "ar" else OPTIONS | LATIN
    words = [word for option in given.items() for word in option]
    made = ogp("init", book, "--language", language, *words, "--date", "2025-01-10")
    assert made.code == 0, made.err
    files = tree(book)
    assert sorted(re.findall(r"^created (.+)$", made.out, re.MULTILINE)) == list(files)
    assert {"data/commitments/1.yaml", "data/meetings/2025-01-10.yaml", ".gitignore"} <= set(files)
    checked = ogp("check", "--strict", cwd=book)
    assert checked.out == "No problems. Files: 4.\n"
    assert ogp("render-minutes", "2025-01-10", "--strict", cwd=book).code == 0
    said = LANGUAGES[language].gettext
    agenda = said("Example: drafting the proposed commitments")
    example = said("This commitment is an example: replace it with the first proposal.")
    assert agenda in files["data/meetings/2025-01-10.yaml"].decode()
    assert f"# {example}\n" in files["data/commitments/1.yaml"].decode()


def test_the_set_up_is_that_of_the_docs(ogp: Ogp, tmp_path: Path) -> None:
    assert ogp("init", tmp_path, "--language", "en", *GIVEN).code == 0
    files = tree(tmp_path)
    for name in [".vscode/settings.json", *(n for n in files if n.startswith("schemas/"))]:
        assert files[name] == (ROOT / name).read_bytes()
    workflow = files[WORKFLOW].decode().partition("\n")[2]
    assert workflow in (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
    check = workflow.partition("  site:\n")[0]
    assert check in (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def test_a_book_in_the_way(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()  # a new repository is as good as empty
    assert ogp("init", tmp_path, "--language", "ar", *GIVEN).code == 0
    before = tree(tmp_path)
    again = ogp("init", tmp_path, "--language", "fr", *GIVEN)
    assert again.code == 2
    assert "is not empty" in again.err
    assert tree(tmp_path) == before


@pytest.mark.parametrize("option", ["--language", *OPTIONS])
def test_what_is_missing_is_named(ogp: Ogp, tmp_path: Path, option: str) -> None:
    given = {"--language": "ar", **OPTIONS}
    del given[option]
    words = [word for pair in given.items() for word in pair]
    result = ogp("init", tmp_path / "book", *words)
    assert result.code == 2
    assert f"Invalid value for {option}: it is missing." in result.err
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--country", "ma", "“ma” is not a country"),
        ("--time-zone", "Casablanca", "“Casablanca” is not a time zone"),
        ("--title", " ", "the text is empty"),
        ("--language", "es", "“es” is not one of ar, en, fr."),
        ("--date", "2025-02-30", "“2025-02-30” is not a day, as in 2024-03-21."),
    ],
)
def test_what_is_wrong_is_named(
    ogp: Ogp, tmp_path: Path, option: str, value: str, said: str
) -> None:
    words = [
        word for pair in ({"--language": "ar"} | OPTIONS | {option: value}).items() for word in pair
    ]
    result = ogp("init", tmp_path / "book", *words)
    assert result.code == 2
    assert said in result.err
    assert not (tmp_path / "book").exists()


def test_what_is_wrong_is_said_in_the_language_of_the_interface(ogp: Ogp, book: Path) -> None:
    untitled = ogp("new", "commitment", "--title", "", "--lang", "fr", cwd=book).err
    said, hint = untitled.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert said == "ogp: data/commitments/28.yaml ne peut pas être écrit : le texte est vide"
    assert hint == "  conseil : écrire le texte, ou supprimer la ligne"
    given = [{"MA": "Maroc"}.get(each, each) for each in GIVEN]
    unknown = ogp("init", book / "new", "--language", "ar", *given, "--lang", "ar").err
    assert "«\u200eMaroc\u200e» ليس بلدا\n  نصيحة: استعمل رمزا من حرفين كبيرين" in unknown


def test_a_terminal_is_asked_on(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {"fr": "de", "MA": "Maroc", "Africa/Casablanca": "Rabat"}
    right = ["fr", "Plan d’action", "MA", "Africa/Casablanca", "comité de pilotage"]
    answers = [each for answer in right for each in (wrong.get(answer), answer) if each]
    typed = io.BytesIO("".join(f"{each}\n" for each in answers).encode())
    monkeypatch.setattr(sys, "stdin", _Tty(typed, encoding="utf-8"))
    refusals = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", refusals)
    shown = terminal(80, "init", "book", "--date", "2025-01-10", LANG="fr", cwd=tmp_path)
    assert re.findall(r"([A-Z]\w+)[^:\n]*\N{NO-BREAK SPACE}: ", shown) == [
        *("Langue", "Langue", "Titre", "Pays", "Pays", "Fuseau", "Fuseau", "Nom")
    ]
    refusals.flush()
    said = refusals.buffer.getvalue().decode().replace("\N{NO-BREAK SPACE}", " ")
    assert re.findall("« .* » n’est .*", said) == [
        "« de » n’est pas parmi ar, en, fr.",
        "« Maroc » n’est pas un pays",
        "« Rabat » n’est pas un fuseau horaire",
    ]
    info = (tmp_path / "book/data/plan.yaml").read_text(encoding="utf-8")
    assert "title: Plan d’action\ncountry: MA\nlanguage: fr\n" in info


def test_the_next_meeting_knows_the_last(ogp: Ogp, book: Path) -> None:
    before, clean = tree(book), ogp("check", cwd=book)
    made = ogp("new", "meeting", "2024-04-18", cwd=book)
    assert (made.code, made.out) == (0, "created data/meetings/2024-04-18.yaml\n")
    after = tree(book)
    text = after.pop("data/meetings/2024-04-18.yaml").decode()
    assert after == before
    last = before["data/meetings/2024-03-21.yaml"].decode()
    people = last[last.index("participants:\n") : last.index("\nagenda:")]
    assert f"place:\n  mode: remote\n{people}agenda: []\n" in text
    assert "# - merge: [10, 11, 12, 13]\n#   into: enabling-environment\n" in text
    assert "# - approve: 2024-03-21\n" in text
    waiting = "التزامات تقرر عقد اجتماع تنسيقي بشأنها ولم يحدد موعده بعد:"
    assert re.findall(rf"# {waiting}\n# - 16: .*\n$", text)
    overdue = "التزامات مر موعد اجتماعها التنسيقي ولم يسجل انعقاده:"
    passed = text.partition(overdue)[2].partition("reviewed: all")[0]
    assert re.findall(r"^# - (\d+):", passed, re.MULTILINE)[:4] == ["2", "3", "5", "6"]
    checked = ogp("check", cwd=book)
    assert "Errors: 0, " in checked.out
    assert checked.code == clean.code == 0


def test_the_comments_can_be_used(ogp: Ogp, book: Path) -> None:
    assert ogp("new", "meeting", "2024-04-18", cwd=book).code == 0
    file = book / "data/meetings/2024-04-18.yaml"
    text = file.read_text(encoding="utf-8").replace("decisions: []\n", "decisions:\n")
    text = re.sub(r"^# (- merge|  into|  state|- approve)", r"\1", text, flags=re.MULTILINE)
    untitled = "  into: merge-of-23-24-27\n"
    file.write_text(text.replace(untitled, f"{untitled}  title: عنوان\n"), encoding="utf-8")
    posted = ogp("post", cwd=book)
    assert posted.code == 0, posted.out + posted.err
    assert "changed data/commitments/enabling-environment.yaml\n" in posted.out
    assert "changed data/meetings/2024-04-18.yaml\n" in posted.out  # the seal of what it approves
    for day in ("2024-04-19", "2024-05-16"):
        kind = "coordination" if day == "2024-04-19" else "steering-committee"
        assert ogp("new", "meeting", day, "--kind", kind, cwd=book).code == 0
        made = (book / f"data/meetings/{day}.yaml").read_text(encoding="utf-8")
        offered = re.findall(r"^# - approve: (.*)$", made, re.MULTILINE)
        assert offered == ([] if kind == "coordination" else ["2024-04-18"])


def test_what_is_approved_is_not_offered_again(ogp: Ogp, book: Path) -> None:
    note = "date: 2024-04-02\nkind: note\nsteps: []\ndecisions:\n- approve: 2024-03-21\n"
    (book / "data/meetings/2024-04-02.yaml").write_text(note)
    assert ogp("new", "meeting", "2024-04-18", cwd=book).code == 0
    assert "approve" not in (book / "data/meetings/2024-04-18.yaml").read_text(encoding="utf-8")


def test_a_coordination_meeting_has_its_own_people(ogp: Ogp, book: Path) -> None:
    assert ogp("new", "meeting", "2024-04-18", "--kind", "coordination", cwd=book).code == 0
    text = (book / "data/meetings/2024-04-18.yaml").read_text(encoding="utf-8")
    assert "kind: coordination\n" in text
    assert "participants" not in text
    assert "merge" not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2024-03-21", "the next meeting of that day is 2024-03-21-b"),
        ("2024-3-22", "“2024-3-22” is not a day"),
        ("2024-04-18b", "“2024-04-18b” is not the name of a meeting."),
    ],
)
def test_a_meeting_that_cannot_be(ogp: Ogp, book: Path, name: str, said: str) -> None:
    before = tree(book)
    result = ogp("new", "meeting", name, cwd=book)
    assert (result.code, tree(book)) == (2, before)
    assert said in result.err


def test_a_meeting_needs_a_day(ogp: Ogp) -> None:
    result = ogp("new", "meeting")
    assert result.code == 2
    assert "Invalid value for DATE: it is missing." in result.err


def test_a_new_proposal_is_counted(ogp: Ogp, book: Path) -> None:
    before = tree(book)
    title = "a: b # c | «نص»"
    made = ogp("--root", book, "new", "commitment", "--title", title, "--lead", "justice")
    assert made.out == "created data/commitments/28.yaml\nchanged data/plan.yaml\n"
    after = tree(book)
    assert after.pop("data/commitments/28.yaml").decode() == (
        f"number: 28\ntitle: '{title}'\nlead: justice\nstatus: standing\n"
    )
    plan = before["data/plan.yaml"]
    assert after == {**before, "data/plan.yaml": plan.replace(b"proposals: 27", b"proposals: 28")}
    assert "Errors: 0, " in ogp("check", cwd=book).out


def test_a_lost_proposal_is_counted_already(ogp: Ogp, book: Path) -> None:
    assert ogp("new", "commitment", "--title", "عنوان", cwd=book).code == 0
    before = tree(book)
    (book / "data/commitments/28.yaml").unlink()
    made = ogp("new", "commitment", "28", "--title", "عنوان", cwd=book)
    assert made.out == "created data/commitments/28.yaml\n"
    assert tree(book) == before


def test_a_proposal_that_the_meetings_contradict(ogp: Ogp, book: Path) -> None:
    (book / "data/commitments/16.yaml").unlink()
    before = tree(book)
    made = ogp("new", "commitment", "16", "--title", "عنوان", cwd=book)
    assert (made.code, tree(book)) == (1, before)
    assert "data/commitments/16.yaml" in made.out
    assert "nothing was written" in made.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1", "--title", "t"], "there is a commitment 1 already\n  hint: the next number is 28"),
        (["--title", "t", "--lead", "justise"], "no institution “justise”"),
        (["--lead", "justice"], "Invalid value for --title: it is missing."),
        (["--title", "t", "--proposed", "now"], "“now” is not a day"),
        (["0", "--title", "t"], "Invalid value for NUMBER: “0” is not a number"),
        (["29", "--title", "t"], "the file of “29” cannot be read\n  hint: to see what is wrong"),
    ],
)
def test_a_proposal_that_cannot_be(ogp: Ogp, book: Path, words: list[str], said: str) -> None:
    (book / "data/commitments/29.yaml").write_text("number: [", "utf-8")
    before = tree(book)
    result = ogp("new", "commitment", *words, cwd=book)
    assert (result.code, tree(book)) == (2, before)
    assert said in result.err


def test_a_title_that_would_leave_its_comment(ogp: Ogp, book: Path) -> None:
    file = book / "data/commitments/16.yaml"
    lines = file.read_text(encoding="utf-8")
    wild = 'title: "a\\ndecisions: []\\u2028b\\u0085c"\n'
    file.write_text(re.sub(r"title: .*\n", wild.replace("\\", r"\\"), lines), "utf-8")
    made = ogp("new", "meeting", "2024-04-18", cwd=book)
    assert made.code == 0, made.out
    text = (book / "data/meetings/2024-04-18.yaml").read_text(encoding="utf-8")
    assert text.endswith("# - 16: a decisions: [] b c\n")


def test_a_planned_meeting_has_a_file_already(ogp: Ogp, book: Path) -> None:
    planned = "date: 2024-05-02\nkind: steering-committee\nstate: planned\n"
    (book / "data/meetings/2024-05-02.yaml").write_text(planned)
    made = ogp("new", "meeting", "2024-05-02", cwd=book)
    assert made.code == 2
    assert "2024-05-02-b" in made.err


def test_the_next_meeting_reminds_of_what_was_agreed(ogp: Ogp, book: Path) -> None:
    file = book / "data/meetings/2024-03-21.yaml"
    text = file.read_text(encoding="utf-8")
    point = "agreed:\n- {text: مراسلة الوزارات, by: [justice], due: 2024-04}\n"
    assert "agreed:\n" in text
    file.write_text(text.replace("agreed:\n", point), encoding="utf-8")
    assert ogp("new", "meeting", "2024-04-18", cwd=book).code == 0
    made = (book / "data/meetings/2024-04-18.yaml").read_text(encoding="utf-8")
    agreed = "ما اتفق عليه الاجتماع الأخير، ومن تكلف به:"
    assert f"# {agreed}\n# - مراسلة الوزارات (وزارة العدل، أبريل 2024)\n" in made

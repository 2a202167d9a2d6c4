"""The grammar of each language; no language lacks a word."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel import Locale
from catalogues import catalogue_of
from conftest import ROOT, Ogp

from ogp_cli.checks import RULES
from ogp_cli.lang import LANGUAGES, choose, count, days
from ogp_cli.lang.language import Gender
from ogp_cli.lang.rich_text import Run, fill, plain, translate
from ogp_cli.models.card import Completion
from ogp_cli.models.meeting import Venue
from ogp_cli.process.vocabulary import STATUSES, STEPS
from ogp_cli.store.syntax import SLIPS

ARABIC, FRENCH, ENGLISH = LANGUAGES["ar"], LANGUAGES["fr"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], ""),
        (["7"], "7"),
        (["2", "17"], "2 و17"),
        (["10", "11", "12", "13"], "10، 11، 12 و13"),
    ],
)
def test_lists_in_arabic(numbers: list[str], expected: str) -> None:
    assert ARABIC.enumerate(numbers) == expected


def test_lists_in_other_languages() -> None:
    assert FRENCH.enumerate(["1", "2", "3"]) == "1, 2 et 3"
    assert ENGLISH.enumerate(["1", "2", "3"]) == "1, 2 and 3"


@pytest.mark.parametrize(
    ("numbers", "genders", "expected"),
    [
        (["3"], ["f"], "رئيسة مشروع الالتزام 3"),
        (["6"], ["m"], "رئيس مشروع الالتزام 6"),
        (["6"], [None], "رئاسة مشروع الالتزام 6"),
        (["2", "17"], [None, None], "رؤساء مشاريع الالتزامات 2 و17"),
        (["1", "3"], ["f", "m"], "رؤساء مشاريع الالتزامات 1 و3"),
        (["1", "3"], ["f", "f"], "رئيسات مشاريع الالتزامات 1 و3"),
    ],
)
def test_heads_in_arabic(numbers: list[str], genders: list[Gender | None], expected: str) -> None:
    assert ARABIC.heads(numbers, genders) == expected


@pytest.mark.parametrize(
    ("genders", "expected"),
    [
        (["f"], "la cheffe de projet de l’engagement 1"),
        (["m"], "le chef de projet de l’engagement 1"),
        (["f", "m"], "les chefs de projet des engagements 1 et 2"),
        (["f", "f"], "les cheffes de projet des engagements 1 et 2"),
    ],
)
def test_heads_in_french(genders: list[Gender | None], expected: str) -> None:
    assert FRENCH.heads(["1", "2"][: len(genders)], genders) == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("عدم توفر بعد الانفتاح", "نظرا لعدم توفر بعد الانفتاح"),
        ("غياب التمويل", "نظرا لغياب التمويل"),
        ("التكرار", "نظرا للتكرار"),
        ("لعدم توفر التمويل", "لعدم توفر التمويل"),
        ("لأن المشروع أنجز", "لأن المشروع أنجز"),
        ("للتكرار", "للتكرار"),
        ("بسبب نقص الموارد", "بسبب نقص الموارد"),
        ("لم يعلن عن السبب", "للسبب الآتي: لم يعلن عن السبب"),
        ("تم إدماجه في التزام آخر", "للسبب الآتي: تم إدماجه في التزام آخر"),
        ("بطلب من الإدارة المعنية", "للسبب الآتي: بطلب من الإدارة المعنية"),
        ("لا يستجيب للمعايير", "للسبب الآتي: لا يستجيب للمعايير"),
        ("التزام سابق", "للسبب الآتي: التزام سابق"),
        ("التحق بالتزام آخر", "للسبب الآتي: التحق بالتزام آخر"),
        ("عدمه", "للسبب الآتي: عدمه"),
        ("Doublon", "للسبب الآتي: Doublon"),
        ("75%", "للسبب الآتي: 75%"),
    ],
)
def test_reasons_in_arabic(reason: str, expected: str) -> None:
    assert plain(ARABIC.because(Run(reason, "ar"))) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "مقترح واحد"),
        (2, "مقترحان"),
        (3, "3 مقترحات"),
        (10, "10 مقترحات"),
        (11, "11 مقترحا"),
        (99, "99 مقترحا"),
        (100, "100 مقترح"),
        (103, "103 مقترحات"),
        (0, "0 مقترح"),
    ],
)
def test_plurals_in_arabic(number: int, expected: str) -> None:
    assert count(ARABIC, ARABIC.terminal.proposals, number) == expected


def test_plurals_in_french() -> None:
    forms = FRENCH.terminal.proposals
    assert [count(FRENCH, forms, n) for n in (0, 1, 2)] == [
        "0 proposition",
        "1 proposition",
        "2 propositions",
    ]


REASONED = ("cancelled", "reinstated", "not-adopted", "amended", "withdrawn", "explained")


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_missing(code: str) -> None:
    language = LANGUAGES[code]
    steps = set(STEPS)
    qualified = {
        "meeting-to-schedule/new-version",
        "meeting-to-schedule/proposed",
        "merge-proposed/titled",
        "merged/titled",
        "not-adopted",
        *(f"{each}/because" for each in REASONED),
    }
    assert set(language.minutes.steps) == steps | qualified
    assert set(language.minutes.decided) == {
        *(each for name in REASONED for each in (name, f"{name}/because")),
        *("amended/proposals", "amended/proposals/because", "of commitment", "of milestone"),
        *("changed", "changed/from", "moved", "moved/from", "added", "dropped"),
        *("adopted", "adopted/from", "approve", "correct"),
    }
    assert set(language.terminal.steps) == steps
    assert set(language.terminal.statuses) == set(STATUSES)
    assert set(language.implementation.completions) == set(get_args(Completion))
    assert set(language.minutes.modes) == set(get_args(Venue.model_fields["mode"].annotation))


def sentences(file: Path) -> Iterator[str]:
    """Return the strings of a module that are sentences, and not its documentation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if id(node) not in documentation and " " in text and "(?" not in text:
                yield text


def refusals(file: Path) -> Iterator[str]:
    """Yield the messages and hints with which a model refuses a value."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "GONE":
            assert node.value
            texts = (each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant))
            yield from (text for text in map(str, texts) if " " in text)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = {"refuse": 0, "Misplaced": 0, "ByKey": 0, "Pattern": 1}.get(node.func.id)
            for argument in [] if first is None else node.args[first:]:
                assert isinstance(argument, ast.Constant), "a sentence that no one can translate"
                yield str(argument.value)


def translated(file: Path) -> Iterator[str]:
    """Yield the sentences that a module has translated where it says them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "translate":
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_the_catalogue_is_compiled(code: str) -> None:
    said = catalogue_of(code)
    assert all(said.values()), "an entry lacks its translation"
    stale = [each for each in said if LANGUAGES[code].translate(each) != said[each]]
    assert not stale, "compile it: pip install -e ."


def test_every_sentence_is_translated() -> None:
    package = ROOT / "src" / "ogp_cli"
    readers = [f"store/{name}.py" for name in ("source", "parse", "refused", "syntax", "explain")]
    files = [
        *package.glob("checks/*.py"),
        *package.glob("checks/rules/**/*.py"),
        *(package / name for name in (*readers, "plan/load.py")),
    ]
    said = {text for file in files for text in sentences(file) if any(map(str.isalpha, text))}
    said |= {text for file in package.glob("models/*.py") for text in refusals(file)}
    said |= {text for file in package.glob("*/**/*.py") for text in translated(file)}
    said -= {each.doc for each in RULES.values()}
    # Parts of other sentences.
    said -= {"not a regular file", " or ", "reading ", *SLIPS}  # the last ones are the parser's
    said |= {*days.WEEKDAYS, *days.MONTHS, days.PATTERN, days.OF_THE_FIRST, days.OF_A_MONTH}
    for code in ("ar", "fr"):
        assert {*catalogue_of(code)} == said


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_translations_name_the_same_facts(code: str) -> None:
    for template, translated in catalogue_of(code).items():
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in
                 (template, translated)]  # fmt: skip
        assert names[0] == names[1], template


def test_a_text_of_control_characters_is_shown_as_such() -> None:
    assert translate("\x1c", "ar", "ar").text == "\ufffd"
    assert translate("a\u202eb\n c", "ar", "ar").text == "a\ufffdb c"


def test_choice() -> None:
    assert choose(None, "", "C.UTF-8", "ar_MA.UTF-8", "fr").code == "ar"
    assert choose("fr-MA").code == "fr"
    assert choose("de").code == "en"


def test_values_are_never_templates() -> None:
    phrase = fill("fr", "un {title} ici", title=(Run("{0} {title}", "en"),))
    assert phrase == (Run("un ", "fr"), Run("{0} {title}", "en"), Run(" ici", "fr"))
    assert plain(phrase) == "un {0} {title} ici"


def test_names_in_the_other_direction_keep_their_order() -> None:
    names = {"one": (Run("وئام", "ar"),), "two": (Run("وزارة", "ar"),)}
    assert plain(fill("fr", "{one}, {two}", **names)) == "\u200eوئام\u200e, \u200eوزارة\u200e"
    assert plain(fill("ar", "{one}، {two}", **names)) == "وئام، وزارة"


def test_a_language_is_the_commands_to_choose(ogp: Ogp) -> None:
    titles = {code: ogp("render-minutes", "2024-03-21", "--lang", code).out for code in LANGUAGES}
    assert "# تقرير اجتماع لجنة الإشراف" in titles["ar"]
    assert "jeudi 21 mars 2024" in titles["fr"]
    assert "Thursday 21 March 2024" in titles["en"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_categories_are_those_of_cldr(code: str) -> None:
    ours = [LANGUAGES[code].plural(number) for number in range(2_001)]
    assert ours == [Locale(code).plural_form(number) for number in range(2_001)]

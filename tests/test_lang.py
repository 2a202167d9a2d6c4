"""The grammar of each language; no language lacks a word."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns
from string import Formatter
from subprocess import run
from typing import Any

import pytest
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from catalogues import extracted, messages_of
from conftest import ROOT, Ogp

from ogp_cli.lang import LANGUAGES, choose
from ogp_cli.lang.catalogue import LOCALE, catalogue
from ogp_cli.lang.language import Gender
from ogp_cli.lang.rich_text import Run, fill, plain, translate
from ogp_cli.plan import load
from ogp_cli.present import sentences
from ogp_cli.present.wording import Wording
from ogp_cli.process.vocabulary import STEPS

ARABIC, FRENCH, ENGLISH = LANGUAGES["ar"], LANGUAGES["fr"], LANGUAGES["en"]


@cache
def say(code: str) -> Wording:
    return Wording(load(ROOT), LANGUAGES[code])


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
    assert say("ar").project_heads(numbers, genders) == expected


@pytest.mark.parametrize(
    ("genders", "expected"),
    [
        ([None], "le ou la responsable du projet de l’engagement n°\xa01"),
        (["f"], "la cheffe de projet de l’engagement n°\xa01"),
        (["m"], "le chef de projet de l’engagement n°\xa01"),
        (["f", "m"], "les chefs de projet des engagements 1 et 2"),
        (["f", "f"], "les cheffes de projet des engagements 1 et 2"),
    ],
)
def test_heads_in_french(genders: list[Gender | None], expected: str) -> None:
    assert say("fr").project_heads(["1", "2"][: len(genders)], genders) == expected


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
    assert say("ar").plural("{n} proposal", "{n} proposals", number) == expected


def test_plurals_in_french() -> None:
    said = say("fr")
    assert [said.plural("{n} proposal", "{n} proposals", n) for n in (0, 1, 2)] == [
        "0 proposition",
        "1 proposition",
        "2 propositions",
    ]


REASONED = ("cancelled", "reinstated", "not-adopted", "amended", "withdrawn", "explained")


def test_no_sentence_is_missing() -> None:
    steps = {
        *STEPS,
        "meeting-to-schedule/new-version",
        "meeting-to-schedule/proposed",
        "merge-proposed/titled",
        "merged/titled",
        "not-adopted",
        *(f"{each}/because" for each in REASONED),
    }
    assert set(sentences.STEPS) == steps
    assert set(sentences.DECIDED) - steps == {"adopted/from", "approve", "correct"}
    assert set(sentences.CHANGED) == {
        *("of commitment", "of milestone", "changed", "changed/from", "added", "dropped"),
        *("due", "due/later", "due/earlier", "changed/none", "changed/unsaid"),
    }


TRANSLATED = sorted(each.name for each in LOCALE.iterdir())


def plural_of(code: str) -> Callable[[int], int]:
    """Return what chooses the form of a catalogue for a number."""
    compiled: Any = catalogue(code)  # its types say less than it has
    plural: Callable[[int], int] = compiled.plural
    return plural


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_catalogue_is_complete_and_compiled(code: str) -> None:
    """It has the messages of the code and no others, each with all its forms."""
    known, compiled, plural = messages_of(code), catalogue(code), plural_of(code)
    assert known.keys() == extracted(), "bring it up to date: python tests/catalogues.py"
    for message, forms in known.items():
        context = f"{message.context}\x04" if message.context else ""
        said = [compiled.gettext(f"{context}{message.id}")]
        if message.plural:
            numbers = {plural(number): number for number in range(1_000)}
            each = (numbers[form] for form in range(len(forms)))
            said = [compiled.ngettext(f"{context}{message.id}", "", number) for number in each]
        assert all(forms), f"{message.id} lacks its translation"
        assert said == [*forms], "compile it: python tests/catalogues.py"


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_name_the_same_facts(code: str) -> None:
    """A form for one number alone may leave the number out; a sentence may begin with a fact."""
    numbers = [plural_of(code)(number) for number in range(1_000)]
    alone = {form for form in numbers if numbers.count(form) == 1}
    for message, forms in messages_of(code).items():
        expected = fields(message.plural or message.id)
        for number, form in enumerate(forms):
            left_out = {"n"} if message.plural and number in alone else set()
            assert expected - fields(form) <= left_out, form
            assert fields(form) <= expected, form


def fields(template: str) -> set[str]:
    return {name.lower() for _, name, _, _ in Formatter().parse(template) if name}


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
    assert "jeudi 21\xa0mars 2024" in titles["fr"]
    assert "Thursday 21 March 2024" in titles["en"]


@pytest.mark.parametrize("code", TRANSLATED)
def test_plural_forms_are_those_of_cldr(code: str) -> None:
    """Each form of the catalogue is a category of CLDR, as far as people count here."""
    numbers = range(2_001)
    pairs = {(plural_of(code)(each), Locale(code).plural_form(each)) for each in numbers}
    forms, categories = zip(*pairs, strict=True)
    assert len({*forms}) == len({*categories}) == len(pairs)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Motif : « {reason} » ; 40 %", "Motif_: «_{reason}_»_; 40_%"),
        ("fr", "Vraiment ? Oui !", "Vraiment_? Oui_!"),
        ("fr", "l’engagement n° 5", "l’engagement n°_5"),
        ("fr", "jeudi 21 mars 2024 à 10 h", "jeudi 21_mars 2024 à 10 h"),
        ("fr", "dimanche 1er août 2027", "dimanche 1er_août 2027"),
        ("fr", "2024 : 3 jalons, 12:30, “x: y”", "2024_: 3 jalons, 12:30, “x: y”"),
        ("ar", "الخميس 21 مارس 2024 على الساعة", "الخميس 21_مارس_2024 على الساعة"),
        ("ar", "5 التزامات، 2024", "5 التزامات، 2024"),
        ("en", "Thursday 21 March 2024: yes", "Thursday 21 March 2024: yes"),
    ],
)
def test_no_break_spaces(code: str, text: str, expected: str) -> None:
    assert LANGUAGES[code].typeset(text) == expected.replace("_", "\xa0")


def test_hours_in_french_stay_on_one_line() -> None:
    assert say("fr").hour("09:05", "12:00") == "de 9\xa0h\xa005 à 12\xa0h"


def test_what_is_quoted_from_the_data_keeps_its_spaces(ogp: Ogp) -> None:
    """The language sets its own sentences; a title has the spaces that it was given."""
    said = say("fr").rich("Commitment {number} of the action plan was adopted: {title}",
                          number="1", title=(Run("Un titre : « ici »", "fr"),))  # fmt: skip
    assert plain(said) == "L’engagement n°\xa01 du plan d’action est adopté\xa0: Un titre : « ici »"


GRAMMAR = """
from ogp_cli.lang.language import Language

LANGUAGE = Language(code="es", conjunction=" y ")
"""
CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{n} proposal"
msgid_plural "{n} proposals"
msgstr[0] "{n} propuesta"
msgstr[1] "{n} propuestas"
"""


def test_a_language_is_two_files(tmp_path: Path) -> None:
    """What an unfinished one does not translate is English, entry by entry."""
    package = tmp_path / "ogp_cli"
    copytree(LOCALE.parent, package, ignore=ignore_patterns("__pycache__"))
    (package / "lang/es.py").write_text(GRAMMAR)
    compiled = package / "locale/es/LC_MESSAGES/ogp.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as target:
        write_mo(target, read_po(CATALOGUE.splitlines()))
    command = [sys.executable, "-m", "ogp_cli", "--root", str(ROOT), "status", "--lang", "es"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = run(command, env=environment, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "27 propuestas = 17 standing" in done.stdout
    assert "Needs attention (1)\n16 " in done.stdout

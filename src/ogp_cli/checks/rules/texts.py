"""Rules on texts: a table of what is found in them. `ogp_cli.plan.hygiene` corrects some of it."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from ogp_cli.checks.rule import RULES
from ogp_cli.checks.texts import OnTexts, is_person
from ogp_cli.plan.hygiene import END, FORMS, INVISIBLE, NO_BREAK, SPACES, START, TATWEEL
from ogp_cli.plan.texts import SEAM, HumanText

_TEXT = re.compile(f"[^{SEAM}]+")
_LATIN = "[A-Za-z\u00c0-\u024f]"
_ARABIC = "[\u0620-\u065f]"
_LETTER = r"[^\W\d_]"
_PERSIAN = "\u06a9\u06be\u06c0-\u06c3\u06cc\u06d2\u06d3\u06d5"
_FOREIGN = re.compile(
    rf"[{_PERSIAN}]|[\u0370-\u052f](?:(?<={_LATIN}.)|(?={_LATIN}))|"
    rf"{_LATIN}(?:(?=[\u0620-\u064a\u066e-\u06d3])|(?<={_ARABIC}{_ARABIC}[a-zß-ÿ])(?![\w./-]))"
)
# What the second byte of a letter in UTF-8 becomes in the code pages 1252 and 1256.
_REST = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
# It starts with a class of characters, so that the search skips to them.
_DAMAGED = re.compile(
    rf"[\ufffd?ط-ظÀ-ÖØ-öø-ÿ](?:(?<=\ufffd)|(?<=\?)\?\?\?|(?<={_LETTER}\?)(?={_LETTER})(?!\w+[=&])|"
    rf"(?<=[ÂÃÐØÙ])[{_REST}]|(?<=â)€|(?<=[طظ])[{_REST}][طظ][{_REST}]|"
    rf"(?<=[À-ÖØ-öø-ÿ])[À-ÖØ-öø-ÿ]{{3}})"
)
_PUNCTUATION = re.compile(rf"[,;?](?!\?)(?:(?<={_ARABIC}.)|(?<={_ARABIC}\s.))")
_INSIDE = rf"[^«»“”\"(){SEAM}]*"
# A pair is passed over. What is not one is looked at again in its text: a pair may hold another.
_SIGN = re.compile(
    rf'[«»“”"(](?P<pair>(?<=«){_INSIDE}»|(?<=“){_INSIDE}”|(?<="){_INSIDE}"|(?<=\(){_INSIDE}\))?'
)
_TWICE = re.compile(r"(?<!\w)(?P<word>\w{2,}+)\s(?P=word)\b")
_RIGHT = {"nous", "vous", "faire", "had", "that", "جدا"}
_DISTRIBUTED = "(?![وفبك]?ال|لل).*[ةا]\u064b?"
# What no Arabic word has: a final letter within it, or one that never begins it; two alifs, or
# three lams; a hamza below within it; the article, or a letter that is no word, standing alone.
_WITHIN = "[\\w\u064b-\u065f\u0670]"
_IMPOSSIBLE = re.compile(
    rf"[ةى](?=[أ-غف-هوي])|[ءؤئة](?<!{_WITHIN}.)(?=[ء-ي])|ة(?<!{_WITHIN}.)(?!\w)|اا|ل(?=لل)|"
    rf"إ(?<=[^\Wوفبكلأا]إ)|(?:ال|لل)(?<!{_WITHIN}..)(?=\s[ء-ي])|أل(?<!{_WITHIN}..)(?=[أإ])"
)
# Words that something has to follow, by language.
_LEADING_ON = {
    "ar": "في|على|إلى|عن|من|بين|عند|لدى|حول|مع|أو|أن|التي|الذي|الذين",
    "fr": "de|du|des|le|la|les|à|au|aux|et|ou|par|sur|dans|avec",
    "en": "the|of|and|or|with|from",
}
_LAST = re.compile(rf"(?<!\w)(?:{'|'.join(_LEADING_ON.values())}){END}")
_PLACEHOLDER = re.compile(
    rf"{START}\W?(?:todo|tbd|tba|(?:à|to be) (?:compléter|définir|préciser|completed|defined)|"
    rf"[يت]حدد لاحقا)\W?{END}",
    re.IGNORECASE,
)
# What lies beside the letters of a keyboard, or starts a comment in YAML.
_STRAY = re.compile(r"[\]\[;](?<=[a-z].)(?=[a-z])|#(?<!\S.)(?=[^\W\d_])")


def _not_nfc(whole: str) -> Iterator[re.Match[str]]:
    """Yield the whole texts that are not in NFC."""
    found = () if is_normalized("NFC", whole) else _TEXT.finditer(whole)
    return (each for each in found if not is_normalized("NFC", each[0]))


def _is_foreign(text: HumanText, match: re.Match[str]) -> bool:
    """Whether a letter is foreign in a text: a Persian one, only where the text is Arabic."""
    return text.language == "ar" or not re.match(f"[{_PERSIAN}]", match[0])


def _has_latin_digits(text: HumanText, _: re.Match[str]) -> bool:
    return re.search("[0-9]", text.text) is not None


def _is_arabic(text: HumanText, _: re.Match[str]) -> bool:
    return text.language == "ar"


def _leads_on(text: HumanText, match: re.Match[str]) -> bool:
    return match[0] in _LEADING_ON.get(text.language, "").split("|") and not is_person(text)


def _is_arabic_prose(text: HumanText, _: re.Match[str]) -> bool:
    return text.language == "ar" and not is_person(text)


def _is_stray(text: HumanText, match: re.Match[str]) -> bool:
    """Whether a sign is not one of an address, and not a bracket in another alphabet's text."""
    whole, start = match.string, match.start()
    is_address = "/" in whole[whole.rfind(" ", 0, start) + 1 : start]
    return not is_address and (match[0] == "#" or text.language == "ar")


def _may_not_repeat(text: HumanText, match: re.Match[str]) -> bool:
    word = match["word"]
    is_name = not word.isalpha() or word[0].isupper() or is_person(text)
    return not (is_name or word in _RIGHT or re.fullmatch(_DISTRIBUTED, word))


def _alone(whole: str) -> Iterator[re.Match[str]]:
    """Yield the signs of pairs that no partner follows."""
    return (each for each in _SIGN.finditer(whole) if not each["pair"])


def _has_no_partner(text: HumanText, match: re.Match[str]) -> bool:
    """Whether a text has more of one sign of a pair than of the other."""
    sign, count = match[0], text.text.count
    if sign == '"':
        return count(sign) % 2 == 1
    if sign == "(":
        return count(sign) > count(")")
    one, other = "«»" if sign in "«»" else "“”"
    return "„" not in text.text and count(one) != count(other)


_TABLE = (
    OnTexts(
        "invisible-character",
        """A text has an invisible character.

        Soft hyphens, zero-width spaces, direction marks, control characters and the like make two
        texts differ although they look the same, so a search does not find them. Control characters
        can be written with an escape (`"\\e"`); they change how a terminal behaves, and no document
        can print them. Joiners (U+200C, U+200D), which some scripts and emoji need, are allowed.
        """,
        INVISIBLE.finditer,
        "an invisible character (U+{code})",
        "remove the character",
        after={"bidi-control"},  # which reports it as it stands in the file
    ),
    OnTexts(
        "not-nfc",
        """A text is not in Unicode normalization form C (NFC).

        The same letter can be written as one character or as several (é, or e and an accent). The
        two look alike, but a search finds only one of them.
        """,
        _not_nfc,
        "the text is not in Unicode normalization form C (NFC)",
        "type the text again, or convert it to NFC",
    ),
    OnTexts(
        "presentation-form",
        """A text has Arabic letters in their presentation forms.

        They come from copying from a PDF. Each is the shape of a letter at the start, in the middle
        or at the end of a word, not the letter that a search or a screen reader expects. Signs that
        exist only in this form, such as ﷺ and ﷲ, are allowed.
        """,
        FORMS.finditer,
        "“{found}” is written in presentation forms",
        "type the word again with ordinary letters",
    ),
    OnTexts(
        "foreign-letter",
        """A word has a letter of another script or language that looks like its own.

        An Arabic word has the Persian ی or ک, which some keyboards type for ي and ك; a Latin word
        has a Cyrillic or Greek letter; a Latin letter stands within an Arabic word or right before
        it. The word looks right, and no search finds it. Letters that Arabic borrows for names (گ,
        ڭ, پ, چ, ڤ) are allowed, and so is an abbreviation after و, ب or ال.
        """,
        _FOREIGN.finditer,
        "“{found}” (U+{code}) is a letter of another script",
        "type the word again",
        _is_foreign,
    ),
    OnTexts(
        "damaged-text",
        """A text was damaged when a program read it with the wrong encoding.

        It shows U+FFFD, question marks in place of letters (????, Minist?re), or what remains of
        letters that were read as others (MinistÃ¨re, Ø§Ù„, ط§ظ„, ÇáÅÏÇÑÉ).
        """,
        _DAMAGED.finditer,
        "“{found}” looks like wrongly decoded text",
        "copy the text again from its source",
    ),
    OnTexts(
        "tatweel",
        """A word is stretched with tatweel (U+0640), which lengthens a line between two letters.

        It is decoration: a search does not find a stretched word, and the word looks wrong in
        another font.
        """,
        TATWEEL.finditer,
        "a word is stretched with tatweel (U+0640)",
        "remove the sign",
    ),
    OnTexts(
        "mixed-digits",
        """A text mixes two kinds of digits: 2024 and ٢٠٢٤.

        Morocco uses Latin digits, other countries use others. Use one kind throughout a text.
        """,
        re.compile("[٠-٩۰-۹]").finditer,
        "the text mixes two kinds of digits",
        "use one kind of digits throughout the text",
        _has_latin_digits,
    ),
    OnTexts(
        "latin-punctuation",
        """An Arabic text has a Latin comma, semicolon or question mark.

        Arabic has its own: ، ؛ ؟. The Latin comma is allowed between numbers, as in `1,5`.
        """,
        _PUNCTUATION.finditer,
        "“{found}” is Latin punctuation in an Arabic text",
        "write ، or ؛ or ؟",
        _is_arabic,
    ),
    OnTexts(
        "doubled-space",
        """A text has two spaces in a row, or a space before or after it, or before a comma.

        Usually this comes from copying. Minutes print one space between words, and none before a
        comma, a full stop or an Arabic semicolon.
        """,
        SPACES.finditer,
        "an extra space",
        "keep one space between words, and none before a comma",
    ),
    OnTexts(
        "no-break-space",
        """A no-break space (U+00A0) stands between two Arabic words.

        It comes from copying from Word or from a web page. It looks like a space, but a search for
        the two words does not find them, and the line does not break there. Beside digits and
        French signs it is allowed.
        """,
        NO_BREAK.finditer,
        "a no-break space (U+00A0) between two words",
        "write an ordinary space",
    ),
    OnTexts(
        "repeated-word",
        """A word is repeated.

        Some words may: nous nous, had had, خطوة خطوة. Arabic repeats an indefinite word that ends
        in ة or ا; people and places may have such a name. Nothing of the kind is reported.
        """,
        _TWICE.finditer,
        "“{word}” is repeated",
        "remove one of the two, or accept it here",
        _may_not_repeat,
    ),
    OnTexts(
        "impossible-word",
        """A word has letters that no Arabic word has in this place.

        Two words were joined (مجموعةمن), or one was split (ال إدارة); a letter was typed twice
        (رؤسااء, لللجنة), or two changed places. Names of persons are allowed.
        """,
        _IMPOSSIBLE.finditer,
        "no Arabic word has “{found}” here",
        "correct the word",
        _is_arabic_prose,
    ),
    OnTexts(
        "cut-short",
        """A text ends with a word that something has to follow, as «في» or “of the”.

        The rest of it was most often lost in copying.
        """,
        _LAST.finditer,
        "the text ends with “{found}”",
        "write the rest of the text",
        _leads_on,
    ),
    OnTexts(
        "placeholder",
        """A text only says that it is to be written: TODO, TBD, à compléter, يحدد لاحقا.

        Leave the line out until there is a text: what is missing is then reported as missing.
        """,
        _PLACEHOLDER.finditer,
        "“{found}” stands in place of a text",
        "write the text, or remove the line",
    ),
    OnTexts(
        "stray-sign",
        """A sign is misplaced within a word or before it.

        A word was typed on a Latin keyboard (lfh]vm), or a # was to start a comment.
        """,
        _STRAY.finditer,
        "“{found}” does not belong here",
        "type the word again, or remove the sign",
        _is_stray,
    ),
    OnTexts(
        "unbalanced-quote",
        """A quotation mark or a bracket is opened and not closed, or closed and not opened.

        Most often the other one was lost when the text was shortened. A closing bracket alone is
        allowed, as in “1) …”.
        """,
        _alone,
        "unmatched quotation mark or bracket: {found}",
        "add the sign that is missing, or remove this one",
        _has_no_partner,
    ),
)

RULES.update({each.name: each.rule("texts") for each in _TABLE})

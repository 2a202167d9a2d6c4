"""Rules on texts."""

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import is_normalized

from ogp_cli.checks.rule import rule
from ogp_cli.checks.texts import first_match, matches
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import FORMS, INVISIBLE, SPACES, TATWEEL
from ogp_cli.plan.texts import SEAM, TextIndex
from ogp_cli.problem import Finding


@rule("warning")
def invisible_character(plan: Plan) -> Iterator[Finding]:
    """A text has an invisible character.

    Soft hyphens, zero-width spaces, direction marks and the like make texts differ that look the
    same, and a search does not find them. Joiners (U+200C, U+200D), which some scripts and emoji
    need, are allowed.
    """
    message = "an invisible character (U+{code})"
    # What bidi-control reports as it stands in a file; an escape shows only in the text.
    reported = {finding.at.file for finding in plan.findings["hidden"]}
    for finding in first_match(plan, INVISIBLE, message, "remove the character"):
        if finding.at.file not in reported:
            yield finding


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@rule("warning")
def control_character(plan: Plan) -> Iterator[Finding]:
    r"""A text has a control character.

    It can be written with an escape (`"\e"`). It could change how the terminal behaves, and no
    format of the minutes can print it.
    """
    return first_match(plan, _CONTROL, "a control character (U+{code})", "remove the character")


@rule("warning")
def not_nfc(plan: Plan) -> Iterator[Finding]:
    """A text is not in Unicode normalization form C (NFC).

    The same letter can be written as one character or as several (é, or e and an accent). The two
    look alike, but a search finds only one of them.
    """
    apart = (texts for texts in plan.texts if not is_normalized("NFC", texts.whole))
    for text in chain.from_iterable(apart):
        if not is_normalized("NFC", text.text):
            yield Finding(
                text.at,
                "the text is not in Unicode normalization form C (NFC)",
                "type the text again, or convert it to NFC",
            )


@rule("warning")
def presentation_form(plan: Plan) -> Iterator[Finding]:
    """A text has Arabic letters in their presentation forms.

    They come from copying from a PDF. Each is the shape of a letter at the start, in the middle or
    at the end of a word, not the letter that a search or a screen reader expects. Signs that exist
    only in this form, such as ﷺ and ﷲ, are allowed.
    """
    message = "“{found}” is written in presentation forms"
    return first_match(plan, FORMS, message, "type the word again with ordinary letters")


_PERSIAN = re.compile("[\u06a9\u06be\u06c0-\u06c3\u06cc\u06d2\u06d3\u06d5]")


_LATIN = "[A-Za-z\u00c0-\u024f]"


_MIXED = re.compile(
    rf"[\u0370-\u052f](?:(?<={_LATIN}.)|(?={_LATIN}))|{_LATIN}(?=[\u0620-\u064a\u066e-\u06d3])"
)


@rule("warning")
def foreign_letter(plan: Plan) -> Iterator[Finding]:
    """A word has a letter of another script or language that looks like its own.

    An Arabic word has the Persian ی or ک, which some keyboards type for ي and ك; a Latin word has a
    Cyrillic or Greek letter; a Latin letter stands within an Arabic word or right before it. The
    word looks right, and no search finds it. Letters that Arabic borrows for names (گ, ڭ, پ, چ, ڤ)
    are let through, and so is an abbreviation after و, ب or ال.
    """
    message, hint = "“{found}” (U+{code}) is a letter of another script", "type the word again"
    return chain(
        first_match(plan, _PERSIAN, message, hint, language="ar"),
        first_match(plan, _MIXED, message, hint),
    )


_LETTER = r"[^\W\d_]"


# What the second byte of a letter in UTF-8 becomes in the code pages 1252 and 1256.
_REST = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"


# It starts with a class of characters, so that the search skips to them.
_DAMAGED = re.compile(
    rf"[\ufffd?ط-ظÀ-ÖØ-öø-ÿ](?:(?<=\ufffd)|(?<=\?)\?\?\?|(?<={_LETTER}\?)(?={_LETTER})(?!\w+[=&])|"
    rf"(?<=[ÂÃÐØÙ])[{_REST}]|(?<=â)€|(?<=[طظ])[{_REST}][طظ][{_REST}]|"
    rf"(?<=[À-ÖØ-öø-ÿ])[À-ÖØ-öø-ÿ]{{3}})"
)


@rule("warning")
def damaged_text(plan: Plan) -> Iterator[Finding]:
    """A text was damaged when a program read it with the wrong encoding.

    It shows U+FFFD, question marks in place of letters (????, Minist?re), or what remains of
    letters that were read as others (MinistÃ¨re, Ø§Ù„, ط§ظ„, ÇáÅÏÇÑÉ).
    """
    message = "“{found}” is what is left of a text in another encoding"
    return first_match(plan, _DAMAGED, message, "copy the text again from its source")


@rule("warning")
def tatweel(plan: Plan) -> Iterator[Finding]:
    """A word is stretched with tatweel (U+0640), which lengthens a line between two letters.

    It is decoration: a search does not find a stretched word, and the word looks wrong in another
    font.
    """
    message = "a word is stretched with tatweel (U+0640)"
    return first_match(plan, TATWEEL, message, "remove the sign")


_LATIN_DIGIT, _ARABIC_DIGIT = re.compile("[0-9]"), re.compile("[٠-٩۰-۹]")


@rule("warning")
def mixed_digits(plan: Plan) -> Iterator[Finding]:
    """A text mixes two kinds of digits: 2024 and ٢٠٢٤.

    Morocco uses Latin digits, other countries use others. Use one kind throughout a text.
    """
    for text, _, offset in matches(plan, _ARABIC_DIGIT):
        if _LATIN_DIGIT.search(text.text):
            yield Finding(
                text.at.within(offset),
                "the text mixes two kinds of digits",
                "use one kind of digits throughout the text",
            )


_ARABIC = "[\u0620-\u065f]"


_LATIN_LATIN_PUNCTUATION = re.compile(rf"[,;?](?!\?)(?:(?<={_ARABIC}.)|(?<={_ARABIC}\s.))")


@rule("warning")
def latin_punctuation(plan: Plan) -> Iterator[Finding]:
    """An Arabic text has a Latin comma, semicolon or question mark.

    Arabic has its own: ، ؛ ؟. The Latin comma is allowed between numbers, as in `1,5`.
    """
    message = "“{found}” is Latin punctuation in an Arabic text"
    return first_match(plan, _LATIN_LATIN_PUNCTUATION, message, "write ، or ؛ or ؟", language="ar")


@rule("warning")
def doubled_space(plan: Plan) -> Iterator[Finding]:
    """A text has two spaces in a row, or a space before or after it.

    Usually this comes from copying. Minutes print one space.
    """
    return first_match(plan, SPACES, "an extra space", "keep one space between words")


_REST_UNBALANCED_QUOTE = rf"[^«»“”\"(){SEAM}]*"


# A pair is passed over. What is not one is looked at again in its text: a pair may hold another.
_SIGN = re.compile(
    rf'[«»“”"(](?P<pair>(?<=«){_REST_UNBALANCED_QUOTE}»|(?<=“){_REST_UNBALANCED_QUOTE}”|(?<="){_REST_UNBALANCED_QUOTE}"|(?<=\(){_REST_UNBALANCED_QUOTE}\))?'
)


@rule("warning")
def unbalanced_quote(plan: Plan) -> Iterator[Finding]:
    """A quotation mark or a bracket is opened and not closed, or closed and not opened.

    Most often the other one was lost when the text was shortened. A closing bracket alone is let
    through, as in “1) …”.
    """
    for texts in plan.texts:
        yield from _in_texts(texts)


def _in_texts(texts: TextIndex) -> Iterator[Finding]:
    last = None
    for match in _SIGN.finditer(texts.whole):
        if match["pair"]:
            continue
        text, offset = texts.within(match.start())
        if text != last and _is_odd(match[0], text.text):
            last = text
            yield Finding(
                text.at.within(offset),
                "this sign has no partner: {sign}",
                "add the sign that is missing, or remove this one",
                {"sign": match[0]},
            )


def _is_odd(sign: str, text: str) -> bool:
    """Whether a text has more of one sign of a pair than of the other."""
    if sign == '"':
        return text.count(sign) % 2 == 1
    if sign == "(":
        return text.count(sign) > text.count(")")
    one, other = "«»" if sign in "«»" else "“”"
    return "„" not in text and text.count(one) != text.count(other)

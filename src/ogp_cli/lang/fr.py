"""French, for partners and for administrations that work in it."""

import re

from ogp_cli.lang.language import Language

# Before high punctuation and the sign of a percentage, within quotation marks, after n°, and
# between a day and its month.
_NO_BREAK = re.compile(r" (?=[:;!?»%])|(?<=«) |(?<=[nN]°) |(?:(?<=\d)|(?<=1er)) (?=\w+ \d{4}\b)")


def _typeset(text: str) -> str:
    return _NO_BREAK.sub("\N{NO-BREAK SPACE}", text)


def _clock(time: str) -> str:
    hour, minute = time.split(":")
    said = f"{int(hour)} h" if minute == "00" else f"{int(hour)} h {minute}"
    return said.replace(" ", "\N{NO-BREAK SPACE}")


LANGUAGE = Language(
    code="fr",
    colon="\N{NO-BREAK SPACE}:",
    conjunction=" et ",
    semicolon="\N{NO-BREAK SPACE};",
    quotes=("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
    separator=";",
    clock=_clock,
    typeset=_typeset,
)

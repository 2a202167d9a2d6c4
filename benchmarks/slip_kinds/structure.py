"""Slips in the lines of a file: keys, indentation, lists, what merging two branches leaves."""

from random import Random

from slip_kinds.making import ANY, ITEM, LETTERS, MEETING, at_letter, other, paste, replace, swap

LINE = r"^[^#\n].*\n"
NEXT = rf"{LINE}(?={LINE})"
KEY = r"^[- ]*([a-z_]+)(?=:(?: |$))"
AFTER = r"^[- ]*[a-z_]+:( .+)$"
LIST = r"(?<=: )\[.*\]$"
INDENTED = r"^  (?=[a-z_-]+: )"


def _conflict(line: str, _: Random) -> str:
    return f"<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> branch\n"


def _letters(word: str, index: int, pick: Random) -> str:
    changed = pick.choice((word[index], "", word[index] * 2, pick.choice("aeinrst")))
    return word[:index] + changed + word[index + 1 :]


STRUCTURE = {
    "a line left out": replace(ANY, LINE, ""),
    "a line twice": replace(ANY, LINE, lambda line, _: line * 2),
    "two lines swapped": swap(ANY, NEXT, neighbours=True),
    "a line joined to the one before": replace(ANY, rf"\n(?={LINE})", " "),
    "a key mistyped": replace(ANY, r"^[- ]*([a-z_]{3,})(?=:(?: |$))", at_letter(_letters)),
    "a key with a capital": replace(ANY, KEY, lambda key, _: key.capitalize()),
    "a key in Arabic": replace(ANY, r"^(title|status|lead|date)(?=:)", "العنوان"),
    "another key of the file": paste(ANY, KEY),
    "the values of two keys swapped": swap(ANY, AFTER, neighbours=True),
    "a value left out": replace(ANY, AFTER, ""),
    "a colon left out": replace(ANY, r"^[- ]*[a-z_]+(:) ", ""),
    "no space after the colon": replace(ANY, r"^[- ]*[a-z_]+:( )", ""),
    "an Arabic colon or comma": replace(ANY, r"(?<=\d), (?=\d)", "، "),
    "a colon inside a text": replace(ANY, rf"(?<=[{LETTERS}]) (?=[{LETTERS}]{{4}})", ": "),
    "a # inside a text": replace(ANY, rf"(?<=[{LETTERS}]) (?=[{LETTERS}]{{4}})", " #"),
    "a quote left out": replace(ANY, r"^.*: '.*(')$", ""),
    "a quote around half": replace(ANY, rf"(?<=: )(?=[{LETTERS}])", "'"),
    "a bracket left out": replace(ANY, rf"(?<=: )(\[)|{LIST[:-3]}(?=\]$)", ""),
    "a dash left out": replace(ANY, r"^ *(- )", ""),
    "a dash without a space": replace(ANY, r"^ *-( )", ""),
    "a space too many": replace(ANY, r"^(?=[ a-z-])", " "),
    "a space too few": replace(ANY, r"^ (?= )", ""),
    "a tab": replace(ANY, INDENTED, "\t"),
    "an indentation lost": replace(ANY, INDENTED, ""),
    "a list's item moved": swap(ANY, ITEM),
    "a list's item left out": replace(ANY, ITEM, ""),
    "a list's item twice": replace(ANY, ITEM, lambda item, _: item * 2),
    "the markers of a merge": replace(ANY, LINE, _conflict),
    "one marker of a merge": replace(
        ANY, rf"^(?={LINE})", other("<<<<<<< HEAD\n", "=======\n", ">>>>>>> branch\n")
    ),
    "both sides of a merge": replace(ANY, LINE, lambda line, _: line + line.replace("2", "3")),
    "a decision without its dash": replace(MEETING, r"^(- )(?:merge|cancel): ", "  "),
}

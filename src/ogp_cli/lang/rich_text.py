"""Text with its language: a sentence may contain a title in another language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from string import Formatter
from typing import Literal, NamedTuple

from ogp_cli.lang.direction import is_rtl, mark

# What a text says of how things stand; formats with colours have a colour for each.
Tone = Literal["", "good", "open", "settled", "ended", "alert"]


class Run(NamedTuple):
    """A stretch of text in one language, by its code; the address that it leads to; its tone."""

    text: str
    lang: str
    link: str = ""
    tone: Tone = ""


RichText = tuple[Run, ...]


def plain(text: RichText) -> str:
    """Return the text without its languages."""
    return "".join(run.text for run in text)


def linked(text: RichText, link: str | None) -> RichText:
    """Return text that leads to an address, if there is one."""
    return tuple(run._replace(link=link) for run in text) if link else text


def toned(text: RichText, tone: Tone) -> RichText:
    """Return text in a tone."""
    return tuple(run._replace(tone=tone) for run in text)


def fill(lang: str, template: str, **values: str | RichText) -> RichText:
    """Return `template`, a sentence in `lang`, with its fields filled: `fill("ar", "…{title}", …)`.

    A value that is a string is in `lang` too. Rich text keeps the languages of its runs; runs in
    the other direction stand between marks of this one. Values are never read as templates.
    """
    runs: list[Run] = []
    for literal, name, _, _ in Formatter().parse(template):
        value = values[name] if name else ()
        runs += [Run(literal, lang), *((Run(value, lang),) if isinstance(value, str) else value)]
    return join([*_marked(join(runs), lang)])


def _marked(runs: RichText, lang: str) -> Iterator[Run]:
    """Yield the runs, those in the other direction between marks, unless they have them already."""
    sign = Run(mark(lang), lang)
    around = ("", *(run.text for run in runs), "")
    for before, run, after in zip(around, runs, around[2:], strict=False):
        is_foreign = is_rtl(run.lang) != is_rtl(lang)
        yield from [sign] if is_foreign and not before.endswith(sign.text) else ()
        yield run
        yield from [sign] if is_foreign and not after.startswith(sign.text) else ()


def join(runs: list[Run]) -> RichText:
    """Return runs as rich text: neighbours in one language are joined, empty runs are dropped."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1][1:] == run[1:]:
            joined[-1] = run._replace(text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def by_language(text: str | Mapping[str, str], main: str) -> Mapping[str, str]:
    """Return a human text of the data by language: a plain string is in the plan's main one."""
    return {main: text} if isinstance(text, str) else text


def translate(text: str | Mapping[str, str], lang: str, main: str) -> Run:
    """Return a human text of the data in `lang`, or else in the plan's main language.

    A text that has neither is returned in its first language.
    White space, line breaks included, becomes single spaces. Control characters, which no format
    can print, and those that reorder a line become the replacement character.
    """
    texts = by_language(text, main)
    chosen = next((code for code in (lang, main) if code in texts), next(iter(texts)))
    return Run(_clean(texts[chosen]), chosen)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    return " ".join(text.translate(_CONTROLS).split())


# C0 and C1 controls except white space, bidirectional controls, and Unicode's noncharacters: no
# font has them, and XML forbids some of them.
_CONTROLS = dict.fromkeys(
    [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0),
     *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFDD0, 0xFDF0),
     *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))],
    "\ufffd",
)  # fmt: skip

"""The languages of `ogp`: each is a file here, called by its code, and a catalogue in `locale/`."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogp_cli.lang.language import Language

_LONGEST = 3  # letters of a code (ISO 639)


class _Languages(Mapping[str, "Language"]):
    """The languages by their codes; a file is imported when somebody asks for its language."""

    def __init__(self) -> None:
        names = sorted(each.stem for path in __path__ for each in Path(path).glob("*.py"))
        self._codes = [name for name in names if len(name) <= _LONGEST]

    def __getitem__(self, code: str) -> "Language":
        if code not in self._codes:
            raise KeyError(code)
        language: Language = import_module(f"{__name__}.{code}").LANGUAGE
        return language

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


LANGUAGES = _Languages()
ENGLISH = "en"  # of the sentences in the code


def choose(*codes: str | None) -> "Language":
    """Return the first language of `codes` that `ogp` has, or else English.

    A code may be a locale, as in `ar_MA.UTF-8`.
    """
    return LANGUAGES[code_of(*codes)]


def code_of(*codes: str | None) -> str:
    """Return the code of the same language, which is not imported for that."""
    spoken = ((code or "").replace("-", "_").split("_")[0] for code in codes)
    return next(filter(LANGUAGES.__contains__, spoken), ENGLISH)

"""The words that options take, made of what there is: typer lists, completes and checks them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from ogp_cli.lang import LANGUAGES
from ogp_cli.present.content.orders import GROUPS, ORDERS
from ogp_cli.present.formats import DOCUMENTS, SCHEDULES, TABLES
from ogp_cli.present.reports import REPORTS
from ogp_cli.store.folder import PATHS
from ogp_cli.terminal.screen import Bidi

BidiMode = Literal["auto", Bidi]  # `auto` is as the terminal needs it
RuleFormat = Literal["text", "json"]


def _members(words: Iterable[str]) -> dict[str, str]:
    return {word.upper(): word for word in words}


class DocumentFormat(StrEnum):
    """The formats of a document."""

    vars().update(_members(DOCUMENTS))


class TableFormat(StrEnum):
    """The formats of a document with a table."""

    vars().update(_members(TABLES))


class ScheduleFormat(StrEnum):
    """The formats of the schedule."""

    vars().update(_members(SCHEDULES))


class ReportFormat(StrEnum):
    """The formats of `ogp check`."""

    vars().update(_members(REPORTS))


class LanguageCode(StrEnum):
    """The languages."""

    vars().update(_members(LANGUAGES))


class Order(StrEnum):
    """What the rows of `ogp status` can be sorted by."""

    vars().update(_members(ORDERS))


class Grouping(StrEnum):
    """What the rows of `ogp status` can be grouped by."""

    vars().update(_members(GROUPS))


class FileKind(StrEnum):
    """The kinds of files."""

    vars().update(_members(PATHS))

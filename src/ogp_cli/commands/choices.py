"""What an option lets one choose from: typer lists it in help, completes it and checks it."""

from enum import StrEnum, auto


class Format(StrEnum):
    """A format by its name."""

    @property
    def ending(self) -> str:
        """How the name of a file in the format ends."""
        return _ENDINGS.get(self, self.value)


_ENDINGS = {"text": "txt", "table": "txt", "records": "txt", "markdown": "md"}


class DocumentFormat(Format):
    """What a document can be rendered as."""

    TEXT = auto()
    JSON = auto()
    MARKDOWN = auto()
    MD = auto()
    HTML = auto()
    DOCX = auto()
    PDF = auto()


class TableFormat(Format):
    """What a table can be rendered as."""

    TABLE = auto()
    RECORDS = auto()
    JSON = auto()
    CSV = auto()
    MARKDOWN = auto()
    XLSX = auto()


class ScheduleFormat(Format):
    """What the schedule can be rendered as: a table, or a calendar."""

    TABLE = auto()
    RECORDS = auto()
    JSON = auto()
    CSV = auto()
    MARKDOWN = auto()
    XLSX = auto()
    ICS = auto()


class Spoken(StrEnum):
    """The languages."""

    AR = auto()
    FR = auto()
    EN = auto()


class Order(StrEnum):
    """What the rows of `ogp status` can be sorted by."""

    NUMBER = auto()
    TITLE = auto()
    LEAD = auto()
    STATUS = auto()
    STEP = auto()
    MEETING = auto()
    IDLE = auto()


class Grouping(StrEnum):
    """What the rows of `ogp status` can be grouped by."""

    LEAD = auto()
    STATUS = auto()


class Kind(StrEnum):
    """The kinds of files."""

    COMMITMENT = auto()
    MEETING = auto()
    PLAN = auto()
    ORGANIZATIONS = auto()


class ReportFormat(StrEnum):
    """What `ogp check` can print its problems as."""

    TEXT = auto()
    JSON = auto()
    GITHUB = auto()
    GITLAB = auto()
    SARIF = auto()
    JUNIT = auto()


class RuleFormat(StrEnum):
    """What `ogp rules` can print the rules as."""

    TEXT = auto()
    JSON = auto()


class BidiMode(StrEnum):
    """How Arabic is put in order on a terminal; `auto`: as the terminal needs it."""

    AUTO = auto()
    NONE = auto()
    ISOLATE = auto()
    VISUAL = auto()

"""The choices of options: typer lists, completes and checks them."""

from enum import StrEnum, auto


class Format(StrEnum):
    """A format by its name."""

    @property
    def ending(self) -> str:
        """The ending of a file's name in this format."""
        return _ENDINGS.get(self, self.value)


_ENDINGS = {"text": "txt", "table": "txt", "records": "txt", "markdown": "md"}


class DocumentFormat(Format):
    """The formats of a document."""

    TEXT = auto()
    JSON = auto()
    MARKDOWN = auto()
    MD = auto()
    HTML = auto()
    DOCX = auto()
    PDF = auto()


class TableFormat(Format):
    """The formats of a table."""

    TABLE = auto()
    RECORDS = auto()
    JSON = auto()
    CSV = auto()
    MARKDOWN = auto()
    XLSX = auto()


class ScheduleFormat(Format):
    """The formats of the schedule: those of a table, and a calendar."""

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
    AXIS = auto()
    COMPLETION = auto()
    DUE = auto()


class Grouping(StrEnum):
    """What the rows of `ogp status` can be grouped by."""

    LEAD = auto()
    STATUS = auto()
    AXIS = auto()
    COMPLETION = auto()


class Phase(StrEnum):
    """The phases of a plan."""

    DRAFTING = auto()
    IMPLEMENTATION = auto()


class Kind(StrEnum):
    """The kinds of files."""

    COMMITMENT = auto()
    MEETING = auto()
    REPORT = auto()
    PLAN = auto()
    ORGANIZATIONS = auto()


class MeetingKind(StrEnum):
    """The kinds of meetings."""

    STEERING_COMMITTEE = "steering-committee"
    COORDINATION = auto()
    WORKSHOP = auto()
    PUBLIC = auto()
    ACT = auto()


class ReportFormat(StrEnum):
    """The formats of `ogp check`."""

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
    """How Arabic is ordered on a terminal; `auto` is as the terminal needs it."""

    AUTO = auto()
    NONE = auto()
    ISOLATE = auto()
    VISUAL = auto()

"""What is new, by day and meeting: for the pages and the feed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ogp_cli.models.card import IrmCoding
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.report import Reported
from ogp_cli.plan import SlotLife
from ogp_cli.present.decisions import decisions
from ogp_cli.present.labels import IRM, PRESENTED
from ogp_cli.process.changes import ChangeEntry
from ogp_cli.process.ledger import Line
from ogp_cli.process.words import COMPLETION_WORDS, STEP_WORDS
from ogp_cli.site.view import View


@dataclass(slots=True)
class News:
    """What a day, or a meeting, brought.

    `decided` are sentences; `reported` has the lines of each half-year, `steps` the numbers of the
    commitments by the step of their drafting.
    """

    day: dt.date
    meeting: Meeting | None = None
    decided: list[Markup] = field(default_factory=list)
    reported: dict[str, list[Markup]] = field(default_factory=dict)
    found: list[Markup] = field(default_factory=list)
    proposed: int = 0
    steps: dict[str, list[str]] = field(default_factory=dict)
    scheduled: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether a meeting was held, and nothing more is known of it."""
        return not (self.is_large or self.proposed or self.steps or self.scheduled)

    @property
    def is_large(self) -> bool:
        """Whether it has more than steps of the drafting."""
        return bool(self.decided or self.reported or self.found)


def news(view: View, changes: Iterable[ChangeEntry]) -> list[News]:
    """Return what is new in a book, by all of its changes, the newest first."""
    days: dict[tuple[dt.date, str], News] = {}
    for change in changes:
        key = change.since.day, change.meeting or ""
        known = view.plan.meetings.get(change.meeting or "")
        _add(view, days.setdefault(key, News(change.since.day, known)), change)
    return [days[key] for key in sorted(days, reverse=True)]


def _add(view: View, entry: News, change: ChangeEntry) -> None:
    of, say = change.of, view.say
    match of:
        case Meeting():
            if of.presented:
                said = say.t(PRESENTED, period=say.half_year(of.presented))
                entry.decided.append(Markup.escape(said))
        case Commitment():
            entry.proposed += 1
        case SlotLife():
            entry.scheduled += not of.changes and not of.held
        case Line():
            number = say.numbers(change.commitments)
            entry.steps.setdefault(view.t(STEP_WORDS[of.step]), []).append(number)
        case Reported():
            word = view.t(COMPLETION_WORDS[of.completion] if of.completion else "reported")
            said = _of_commitment(view, change, word)
            entry.reported.setdefault(change.period or "", []).append(said)
        case IrmCoding():
            entry.found.append(_of_commitment(view, change, view.t(IRM)))
        case decision:
            for each in decisions(say, decision):
                entry.decided += map(view.rich, (each.text, *each.changes))


def _of_commitment(view: View, change: ChangeEntry, said: str) -> Markup:
    commitment = view.plan.commitments[change.commitments[0]]
    colon = view.language.colon
    line = Markup('<span class="no">{}</span> {}{} {}')
    return line.format(commitment.number, view.title(commitment), colon, said)


def brief(found: Sequence[News], most: int) -> list[News]:
    """Return the newest days with more than steps of the drafting."""
    return [each for each in found if each.is_large][:most]

"""The plan in sentences: what a language says of a person, a step, a day, a decision."""

import datetime as dt
from collections.abc import Iterable

from babel import Locale, localedata
from babel.dates import format_date

from ogp_cli.documents.document import Field
from ogp_cli.lang.direction import is_rtl, mark
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import Phrase, Run, fill, translate
from ogp_cli.models.commitment import Cancelled, Commitment, Entry, Head, MeetingToSchedule
from ogp_cli.models.meeting import Meeting, Merge, Participant, Slot, Venue
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import MERGE_STEPS, step_of


class Speech:
    """Says things of a plan in a language; free text without a translation keeps its own."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self.words = language.minutes
        wanted = [f"{language.code}_{plan.info.country}", language.code]
        self.tag = f"{language.code}-{plan.info.country}"
        self.locale = Locale.negotiate(wanted, localedata.locale_identifiers()) or Locale("en")

    def literal(self, text: str) -> Phrase:
        """Return text that is already in the language."""
        return (Run(text, self.language.code),)

    def text(self, text: Text) -> Phrase:
        """Return a text of the data."""
        return (self._run(text),)

    def _run(self, text: Text) -> Run:
        run = translate(text, self.language.code, self.plan.info.language)
        turned = is_rtl(run.lang) != is_rtl(self.language.code)
        if turned and not run.text[-1].isalnum():  # a full stop stays at its end of the sentence
            return Run(run.text + mark(run.lang), run.lang)
        return run

    def _fill(self, template: str, **values: str | Phrase) -> Phrase:
        return fill(self.language.code, template, **values)

    def title(self, meeting: Meeting) -> Phrase:
        """Return the title of a meeting's minutes."""
        if meeting.kind == "coordination":
            return self.literal(self.words.coordination_title)
        return self._fill(self.words.title, committee=self.text(self.plan.info.committee))

    def day(self, day: dt.date) -> str:
        """Return a day as in «الخميس 21 مارس 2024»."""
        return format_date(day, self.words.date_pattern, locale=self.locale)

    def _hour(self, at: dt.datetime) -> str:
        return self.words.time.format(time=f"{at:%H:%M}", hour=at.hour, minute=f"{at:%M}")

    def moment(self, at: dt.datetime) -> tuple[str, str]:
        """Return a day and, as a second line, an hour."""
        return self.day(at.date()), self._hour(at)

    def place(self, venue: Venue) -> Phrase:
        """Return how people met, or the address where there is one."""
        mode = self.words.modes[venue.mode]
        if not venue.address:
            return self.literal(mode)
        return self._fill("{mode} – {address}", mode=mode, address=self.text(venue.address))

    def participant(self, person: Participant) -> Phrase:
        """Return a person with honorific, and role or institution."""
        return self._fill(
            self.words.participant,
            honorific=self.words.honorifics[person.gender],
            name=self.text(person.name),
            organization=self.text(person.role)
            if person.role
            else self.institution(person.organization),
        )

    def person(self, person: Participant | Head) -> Phrase:
        """Return a person with honorific, or no one's name as nothing."""
        honorific = self.words.honorifics[person.gender]
        return self.literal(f"{honorific} ") + self.text(person.name) if person.name else ()

    def slot(self, slot: Slot) -> Phrase:
        """Return when a slot is, and with whom, in one line."""
        line = self.literal(" ".join(self.moment(slot.at)) + " – ")
        for index, name in enumerate(self.institutions(slot.organizations)):
            line += (self.literal(self.words.department) if index else ()) + name
        return line

    def field(self, label: str, value: Phrase) -> Field:
        """Return a labelled value."""
        return Field(label + self.words.label, value)

    def institution(self, organization: str) -> Phrase:
        """Return an institution after those that it is part of, in one line."""
        names = self.institutions((organization,))
        line = names[0]
        for name in names[1:]:
            line += self.literal(self.words.department) + name
        return line

    def institutions(self, organizations: Iterable[str]) -> tuple[Phrase, ...]:
        """Return institutions, each after those that it is part of, none twice."""
        names: dict[Phrase, None] = {}
        for organization in organizations:
            chain = self.plan.institution(organization)
            names |= dict.fromkeys(self.text(each.name) for each in chain)
            if not chain:
                names[self.literal(organization)] = None
        return tuple(names)

    def numbers(self, commitments: Iterable[str]) -> str:
        """Return what people call commitments, as a list in a sentence."""
        return self.language.enumerate(list(map(self.plan.called, commitments)))

    def named(self, commitment: str) -> Phrase:
        """Return a commitment's number or id, and its title where it has one."""
        known = self.plan.commitments.get(commitment)
        number = self.literal(self.plan.called(commitment))
        return (
            number + self.literal(". ") + self.text(known.title)
            if known and known.title
            else number
        )

    def commitment_title(self, commitment: Commitment) -> Phrase:
        """Return a commitment's title, or the word for a missing one."""
        title = commitment.title
        return self.text(title) if title else self.literal(self.words.untitled)

    def attendees(self, slot: Slot) -> tuple[Phrase, ...]:
        """Return who is invited: the heads of the projects, then the groups."""
        numbers = [self.plan.called(commitment) for commitment in slot.commitments]
        heads = [
            known.head if (known := self.plan.commitments.get(commitment)) else None
            for commitment in slot.commitments
        ]
        genders = [head.gender if head else None for head in heads]
        groups = (self.plan.info.groups.get(group, group) for group in slot.attendees)
        return self.literal(self.language.heads(numbers, genders)), *map(self.text, groups)

    def step(self, commitment: Commitment, entry: Entry) -> Phrase:
        """Return the sentence of a step."""
        if entry.step in MERGE_STEPS.values():
            sentence = self._merge(commitment, entry)
        elif isinstance(entry, Cancelled):
            sentence = self._cancellation(entry)
        else:
            draft = entry.draft if isinstance(entry, MeetingToSchedule) else None
            sentence = self.literal(self.words.steps["/".join(filter(None, (entry.step, draft)))])
        if entry.note:
            return self._fill(self.words.note, sentence=sentence, note=self.text(entry.note))
        return sentence

    def _merge(self, commitment: Commitment, entry: Entry) -> Phrase:
        merge = self._decided_merge(commitment, entry)
        members = merge.merge if merge else (commitment.id,)
        target = self.plan.commitments.get(merge.into if merge else commitment.merged_into or "")
        said = self.language.commitments([self.plan.called(member) for member in members])
        names = {"commitments": said, "Commitments": said[:1].upper() + said[1:]}
        key = f"{entry.step}/titled"
        if target and target.title and key in self.words.steps:
            title = self.text(target.title)
            return self._fill(self.words.steps[key], **names, title=title)
        return self._fill(self.words.steps[entry.step], **names)

    def _decided_merge(self, commitment: Commitment, entry: Entry) -> Merge | None:
        for meeting, _, decision in self.plan.decisions_on(commitment.id):
            if (
                meeting.id == entry.meeting
                and isinstance(decision, Merge)
                and step_of(decision) == entry.step
            ):
                return decision
        return None

    def _cancellation(self, entry: Cancelled) -> Phrase:
        if not entry.reason:
            return self.literal(self.words.steps["cancelled"])
        reason = self.language.because(self._run(entry.reason))
        return self._fill(self.words.steps["cancelled/because"], reason=reason)

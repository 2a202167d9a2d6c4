"""The words for a plan in a language: names, people, days, steps, the balance."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ogp_cli.lang.catalogue import C_
from ogp_cli.lang.language import Gender, Language
from ogp_cli.lang.rich_text import RichText, linked, plain
from ogp_cli.models.card import Head, Milestone
from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.models.decision import Explanation
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.meeting import Agreed, Meeting, Participant, Slot, Venue
from ogp_cli.models.plan import Signatory
from ogp_cli.models.report import Reported
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan, SlotLife
from ogp_cli.present.content.table import Cell, name_cell
from ogp_cli.present.labels import CARD, HONORIFICS, SLOT_STATES
from ogp_cli.present.sentences import IN_PLAN, IN_TABLE, INVITATION, STEPS, TITLES
from ogp_cli.present.words import Words, capital
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Line
from ogp_cli.process.words import (
    COMPLETION_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    SECTOR_WORDS,
    STATUS_WORDS,
)


class Wording(Words):
    """Puts what a plan is about into words: meetings, people, institutions, commitments."""

    def __init__(self, plan: Plan, language: Language) -> None:
        super().__init__(plan, language)
        self._steps: dict[tuple[object, ...], RichText] = {}

    def days(self, meeting: Meeting) -> str:
        """Return the days and the hours of a meeting."""
        day = self.day(meeting.date)
        day += f" – {self.day(meeting.last_day)}" if meeting.last_day else ""
        return f"{day} {self.hour(meeting.time, meeting.end)}" if meeting.time else day

    def plan_title(self) -> RichText:
        """Return the plan's title, with the moment of `as_of`, if there is one."""
        title, moment = self.text(self.plan.info.title), self.plan.as_of
        if moment is None:
            return title
        return self.fill("{title} – {moment}", title=title, moment=self.as_of(self.code(moment)))

    def as_of(self, day: str) -> str:
        """Return the words for the day that the book is seen as of."""
        return self.t("as of {day}", day=day)

    def minutes_title(self, meeting: Meeting) -> RichText:
        """Return the title of a meeting's minutes; of one that is planned, of the invitation."""
        if not meeting.is_held:
            return self.rich(INVITATION, kind=self.meeting_kind(meeting))
        committee = self.text(self.plan.info.committee)
        title = self.rich(TITLES[meeting.kind], committee=committee)
        if not meeting.title:
            return title
        return title + self.fill(" – {own}", own=self.text(meeting.title))

    def meeting_kind(self, meeting: Meeting) -> RichText:
        """Return who meets and the meeting's own title, as a list of meetings has it."""
        committee = self.text(self.plan.info.committee)
        kind = self.rich(KIND_WORDS[meeting.kind], committee=committee)
        if not meeting.title:
            return kind
        return kind + self.fill(" – {own}", own=self.text(meeting.title))

    def venue(self, venue: Venue) -> RichText:
        """Return how people met, and the address if there is one."""
        mode = self.t(MODE_WORDS[venue.mode])
        if not venue.address:
            return self.literal(mode)
        return self.fill("{mode} – {address}", mode=mode, address=self.text(venue.address))

    def person(self, person: Participant | Head | Signatory) -> RichText:
        """Return a person with honorific, if the gender is known; or nothing without a name."""
        honorific = f"{self.t(HONORIFICS[person.gender])} " if person.gender else ""
        return self.literal(honorific) + self.text(person.name) if person.name else ()

    def participant(self, person: Participant) -> RichText:
        """Return a person with honorific, role and institution, or an institution alone.

        An institution that the name and the role already say is not said again.
        """
        said = {"name": self.person(person), "role": self.text(person.role)}
        if not person.role or not self._says(said.values(), person.organization):
            said["institution"] = self.institution(person.organization)
        template = self.language.comma.join(f"{{{key}}}" for key, each in said.items() if each)
        named = self.fill(template, **said)
        if not person.represented_by:
            return named
        by = self.text(person.represented_by)
        return self.rich("{person}, represented by {by}", person=named, by=by)

    def _says(self, said: Iterable[RichText], organization: str) -> bool:
        """Whether a text has the name of an institution, or what stands in it before a dash."""
        name = self.institution_name(organization).partition(" – ")[0]
        return name.casefold() in " ".join(map(plain, said)).casefold()

    def point(self, point: Agreed | Text) -> RichText:
        """Return a point that was agreed, with who is to do it and until when."""
        if not isinstance(point, Agreed):
            return self.text(point)
        by, due = self.institution_names(point.by), point.due and self.date(point.due)
        note = self.language.comma.join(each for each in (by, due) if each)
        said = self.text(point.text)
        return self.fill("{sentence} ({note})", sentence=said, note=note) if note else said

    def attendance(self, counts: Mapping[str, int]) -> RichText:
        """Return how many people came from each sector or group, in one sentence.

        Of a word that is both, the sector is meant where an institution is of it.
        """
        sectors = {each.sector for each in self.plan.organizations.values()}
        groups = self.plan.info.groups.keys() - sectors
        said = {each: self.group(each) if each in groups else self.sector(each) for each in counts}
        people = [
            self.plural("{n} person ({group})", "{n} people ({group})", number, group=said[name])
            for name, number in counts.items()
        ]
        return self.rich("Attendance: {people}.", people=self.language.enumerate(people))

    def evidence(self, document: Evidence) -> RichText:
        """Return a document: its title, which leads to where it can be read, and its day."""
        said = linked(self.text(document.title), document.link)
        if not document.date:
            return said
        return self.fill("{sentence} ({note})", sentence=said, note=self.day(document.date))

    def institution_name(self, organization: str) -> str:
        """Return the name of an institution alone, or else its id."""
        known = self.plan.organizations.get(organization)
        return self.alone(known.name) if known else organization

    def institution_names(self, organizations: Sequence[str]) -> str:
        """Return the names of institutions alone, as a list in a sentence."""
        return plain(self.fill("{names}", names=self.named_institutions(organizations)))

    def named_institutions(
        self, organizations: Sequence[str], *, is_brief: bool = False
    ) -> RichText:
        """Return the names of institutions alone, as a list; or their shorter names."""
        known = self.plan.organizations
        names = []
        for each in organizations:
            found = known.get(each)
            name = found and (found.short if is_brief and found.short else found.name)
            names.append(self.text(name) if name else self.literal(each))
        return self.enumerated_in(names)

    def institution_cell(self, organizations: str | tuple[str, ...] | None) -> Cell:
        """Return the cell of an institution, or of several, by their names."""
        ids = (organizations,) if isinstance(organizations, str) else organizations or ()
        brief = self.named_institutions(ids, is_brief=True)
        return name_cell(self.named_institutions(ids), organizations, brief)

    def institutions(self, organizations: Iterable[str]) -> tuple[RichText, ...]:
        """Return institutions without duplicates, each after those that it is part of."""
        names: dict[RichText, None] = {}
        for organization in organizations:
            chain = self.plan.institutions.chain(organization)
            known = self.plan.organizations
            names |= dict.fromkeys(self.text(known[each].name) for each in chain)
            if not chain:
                names[self.literal(organization)] = None
        return tuple(names)

    def institution(self, *organizations: str) -> RichText:
        """Return institutions in one line, each after those that it is part of."""
        return self.parted(" – ", self.institutions(organizations))

    def axis(self, axis: str | None) -> RichText:
        """Return the name of an axis, or else its id; nothing for none."""
        return self.text(self.plan.info.axes.get(axis, axis)) if axis else ()

    def group(self, group: str) -> str:
        """Return the name of a group, or else its id."""
        return self.within(self.plan.info.groups.get(group, group))

    def sector(self, sector: str) -> str:
        """Return the name of a sector, as the plan has it or else the language, or else its id."""
        if own := self.plan.info.sectors.get(sector):
            return self.within(own)
        return self.t(SECTOR_WORDS[sector]) if sector in SECTOR_WORDS else sector

    def slot(self, life: SlotLife) -> RichText:
        """Return the time of a slot and its institutions; whether it was moved or called off."""
        when = self.literal(" ".join(self.moment(life.slot.at)) + " – ")
        said = when + self.institution(*life.slot.organizations)
        if life.state in {"open", "held"}:
            return said
        return said + self.literal(f" – {self.slot_state(life)}")

    def slot_state(self, life: SlotLife) -> str:
        """Return what became of a slot: where it was moved from, why it was called off."""
        day = self.code(f"{life.scheduled.slot.at:%Y-%m-%d %H:%M}")
        said, called_off = self.t(SLOT_STATES[life.state], day=day), life.called_off
        if called_off and called_off.reason:
            return self.after_label(said, self.within(called_off.reason))
        return said

    def heads(self, slot: Slot) -> str:
        """Return the project heads of a slot."""
        known = [self.plan.commitments.get(commitment) for commitment in slot.commitments]
        genders = [each.head.gender if each and each.head else None for each in known]
        return self.project_heads(list(map(self.number, slot.commitments)), genders)

    def project_heads(self, numbers: Sequence[str], genders: Collection[Gender | None]) -> str:
        """Name the project heads of commitments by their numbers; a gender may be unknown."""
        n, said = len(numbers), self.language.enumerate(numbers)
        if None in genders:
            return self.plural(
                C_("unknown gender", "the project head of commitment {numbers}"),
                "the project heads of commitments {numbers}",
                n,
                numbers=said,
            )
        if "m" in genders:
            return self.plural(
                C_("a man, or one among others", "the project head of commitment {numbers}"),
                "the project heads of commitments {numbers}",
                n,
                numbers=said,
            )
        return self.plural(
            C_("women", "the project head of commitment {numbers}"),
            "the project heads of commitments {numbers}",
            n,
            numbers=said,
        )

    def groups(self, groups: Iterable[str]) -> tuple[RichText, ...]:
        """Return the names of groups, or else their ids."""
        return tuple(self.text(self.plan.info.groups.get(each, each)) for each in groups)

    def title(self, commitment: Commitment) -> RichText:
        """Return a commitment's title, or the word for “untitled”."""
        title = commitment.title
        return self.text(title) if title else self.literal(self.t("untitled"))

    def numbers(self, commitments: Iterable[str]) -> str:
        """Return the numbers or ids of commitments, as a list; those of the plan are called so."""
        names = [*commitments]
        if names and self.plan.adopted.keys() >= {*names}:
            return self.commitments(names)
        return self.language.enumerate(list(map(self.number, names)))

    def number(self, commitment: str) -> str:
        """Return what people call a commitment: the number of a proposal, or else the id."""
        return self.label(self.plan.display_number(commitment))

    def label(self, number: int | str) -> str:
        """Return a number of a commitment in its order: 2.A would be A.2 in Arabic."""
        text = str(number)
        return self.code(text) if "." in text else text

    def called(self, commitment: str) -> RichText:
        """Return a commitment's number as minutes have it, in the plan too, and its title."""
        return self._before_title(self.numbered(commitment), commitment)

    def named(self, commitment: str) -> RichText:
        """Return a commitment's number or id, and its title if it has one."""
        return self._before_title(self.number(commitment), commitment)

    def _before_title(self, number: str, commitment: str) -> RichText:
        known = self.plan.commitments.get(commitment)
        if not known or not known.title:
            return self.literal(number)
        return self.fill("{number}. {title}", number=number, title=self.text(known.title))

    def milestone(self, commitment: str, milestone: Milestone) -> RichText:
        """Return a milestone after its commitment, both by their ids, and its title."""
        number, title = self.code(f"{commitment} {milestone.id}"), self.text(milestone.title)
        return self.fill("{number}. {title}", number=number, title=title)

    def with_status(self, commitment: str) -> RichText:
        """Return a commitment's number or id, its title, and its status if it is known."""
        known = self.plan.commitments.get(commitment)
        status = f" – {self.t(STATUS_WORDS[known.status])}" if known else ""
        return self.named(commitment) + self.literal(status)

    def step(
        self, commitment: Commitment, line: Line, words: Mapping[str, str] = STEPS
    ) -> RichText:
        """Return the sentence of a step; that of a decision names what it decides on.

        Many commitments have the same, which is put into words once.
        """
        words = IN_PLAN if isinstance(commitment, Adopted) else words
        decision = line.decided.decision if line.decided else None
        is_given, of = isinstance(decision, Explanation), decision or line.heard
        step = self.explained([commitment.id]) if is_given else line.step
        keys = tuple("milestones" if each.milestone else each.key for each in line.changes)
        said = id(words), step, line.draft, id(decision), keys
        if said not in self._steps:
            named = decision.commitments if decision else (commitment.id,)
            commitments = self.commitments(named, is_table=words is IN_TABLE)
            self._steps[said] = self.sentence(
                words,
                step,
                of,
                commitments=commitments,
                Commitments=capital(commitments),
                what=self.keys(dict.fromkeys(keys)),
            )
        sentence, note = self._steps[said], line.heard.note if line.heard else None
        return (
            self.fill("{sentence} ({note})", sentence=sentence, note=self.text(note))
            if note
            else sentence
        )

    def sentence(
        self, words: Mapping[str, str], step: str, of: object, **values: str | RichText
    ) -> RichText:
        """Return the sentence of a step with what a decision, or what was heard, says of it.

        Only what the sentence has a field for is put into words.
        """
        title, reason = getattr(of, "title", None), getattr(of, "reason", None)
        detail = getattr(of, "draft", None) or (title and "titled") or (reason and "because")
        minutes = getattr(of, "approve", getattr(of, "correct", ""))
        known = self.plan.meetings.get(minutes)
        return self.rich(
            words.get(f"{step}/{detail}", words[step]),
            title=self.text(title),
            reason=self.language.because(self._run(reason)) if reason else "",
            day=self.day(known.date) if known else self.code(minutes),
            text=self.text(getattr(of, "text", None)),
            **values,
        )

    def commitments(
        self, names: Sequence[str], numbers: str | None = None, *, is_table: bool = False
    ) -> str:
        """Name proposals, or commitments of the plan, by their numbers, after a verb.

        The table of the minutes calls both commitments.
        """
        numbers = numbers or self.language.enumerate(list(map(self.numbered, names)))
        if is_table or self.plan.adopted.keys() >= {*names}:
            return self.plural(
                C_("of the plan, after a verb", "commitment {numbers}"),
                "commitments {numbers}",
                len(names),
                numbers=numbers,
            )
        return self.plural(
            C_("after a verb", "proposal {numbers}"),
            "proposals {numbers}",
            len(names),
            numbers=numbers,
        )

    def explained(self, commitments: Iterable[str]) -> str:
        """Return the word for the reason that is given for how commitments ended."""
        ledger = expected(self.plan)
        is_left_out = {*map(ledger.outcome, commitments)} == {"not-adopted"}
        return "not-adopted" if is_left_out else "explained"

    def completions(self, reported: Reported) -> str:
        """Return what is said of each milestone, as in “milestones: 1 (complete), 2 (limited)”."""
        said = [
            f"{self.code(id_)} ({self.t(COMPLETION_WORDS[word])})"
            for id_, word in reported.completions.items()
        ]
        return self.language.enumerate(said)

    def keys(self, keys: Iterable[str]) -> str:
        """Return the keys of a card by their labels, as a list in a sentence."""
        return self.language.enumerate([self.t(CARD[key]) for key in keys])

    def since(self, commitment: str, key: str, label: str) -> str:
        """Return the label of a key, with the meeting since which it is as it is, if any."""
        meeting = expected(self.plan).amended(commitment).get(key)
        if not meeting:
            return label
        return self.t("{label} (since {meeting})", label=label, meeting=self.code(meeting))

    def numbered(self, commitment: str) -> str:
        """Return the number of a commitment, of the plan or of a proposal, or else its id."""
        known = self.plan.adopted.get(commitment)
        return self.label(known.number) if known and known.number else self.number(commitment)

    def due(self, milestone: Milestone) -> RichText:
        """Return when a milestone is due as a table has it, and what the plan says in words."""
        date = self.literal(self.short_date(milestone.due)) if milestone.due else ()
        words = self.text(milestone.deadline)
        if not milestone.due or not words:
            return words or date
        return self.fill("{date} ({words})", date=date, words=words)

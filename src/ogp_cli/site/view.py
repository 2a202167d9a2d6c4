"""A book in a language, as its pages see it: words as markup, and what several pages ask for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from markupsafe import Markup

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.commitment import Adopted, Commitment, Proposal, Status
from ogp_cli.models.decision import Approval
from ogp_cli.models.history import Step
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided, Plan, moment_of
from ogp_cli.present.balance import result_in_words, terms
from ogp_cli.present.decisions import decisions
from ogp_cli.present.formats.html import markup
from ogp_cli.present.wording import Wording
from ogp_cli.present.words import capital
from ogp_cli.process.approval import on_minutes
from ogp_cli.process.balance import balance
from ogp_cli.process.fold import expected
from ogp_cli.process.words import STATUS_WORDS
from ogp_cli.site import drawings
from ogp_cli.site.words import ORDER

_REASONED = {"cancelled", "withdrawn", "explained"}
_KEEPING = {"amended", "explained"}  # decisions that leave the status as it is


class View:
    """A book in a language, whose pages are below the folder `prefix` of the site.

    `t` and `plural` say a sentence of the code in it. `files` are the paths of what else the site
    has, with their sizes: its pages link to what is there.
    """

    def __init__(
        self, plan: Plan, language: Language, prefix: str, files: Mapping[str, int]
    ) -> None:
        self.plan, self.language, self.prefix, self.files = plan, language, prefix, files
        self.code, self.rtl = language.code, language.direction == "rtl"
        self.say = Wording(plan, language)
        self.t, self.plural = self.say.t, self.say.plural
        self.ledger, self.balance = expected(plan), balance(plan)
        self.day = cache(self.say.short_day)
        self.owner = cache(self._owner)
        self.rich = cache(self._rich)
        self.lines = cache(self._lines)

    @cached_property
    def proposals(self) -> list[Proposal]:
        """The proposals, in their order."""
        return [each for each in self.plan.commitments.values() if isinstance(each, Proposal)]

    @cached_property
    def commitments(self) -> list[Adopted]:
        """The commitments of the plan, in their order."""
        return [*self.plan.adopted.values()]

    @cached_property
    def outcomes(self) -> dict[str, Status]:
        """Where each proposal ended, by its id."""
        return {each.id: self.ledger.outcome(each.id) for each in self.proposals}

    @cached_property
    def origins(self) -> dict[str, list[Proposal]]:
        """The proposals behind each merge and each commitment of the plan, by its id."""
        found: dict[str, list[Proposal]] = {}
        for proposal in self.proposals:
            for end in self.ledger.path(proposal.id):
                found.setdefault(end, []).append(proposal)
        return found

    @property
    def is_nameless(self) -> bool:
        """Whether the names of people are left out."""
        return "names" not in self.plan.info.publish

    # Where things are.

    def path(self, thing: Commitment | Meeting | str) -> str:
        """Return the folder of a page, from that of the language; "" for what has no page.

        A text is the id of an institution.
        """
        match thing:
            case Meeting():
                return f"meetings/{thing.id}/"
            case Adopted():
                return f"commitments/{thing.id}/"
            case Proposal():
                return f"proposals/{thing.id}/"
            case Commitment():
                return ""
            case _:
                return f"institutions/{thing}/" if thing in self.plan.organizations else ""

    def href(self, root: str, thing: Commitment | Meeting | str) -> str:
        """Return the address of a page, from where `root` leads to the folder of the language."""
        path = self.path(thing)
        return f"{root}{path}index.html" if path else ""

    # Words.

    def _rich(self, text: RichText) -> Markup:
        """Return rich text as markup: the same sentence stands on many pages."""
        return markup(text, self.code)

    def _lines(self, lines: Sequence[RichText], bullets: bool) -> Markup:
        """Return the lines of a cell, or a dash for none."""
        if not any(lines):
            return Markup("–")
        said = map(self.rich, lines)
        if bullets and len(lines) > 1:
            return Markup("<ul><li>{}</li></ul>").format(Markup("</li><li>").join(said))
        line = Markup('<span class="line">')
        return line + Markup("</span>{}").format(line).join(said) + Markup("</span>")

    def text(self, text: Text | None) -> Markup:
        """Return a text of the data as markup."""
        return self.rich(self.say.text(text))

    def label(self, label: str) -> str:
        """Return a label with its sign, as a sentence begins with one."""
        return f"{capital(label).rstrip(' :')}{self.language.colon}"

    def heading(self, text: RichText) -> Markup:
        """Return a label of a document as a heading, which has no colon."""
        *runs, last = text
        return self.rich((*runs, last._replace(text=last.text.rstrip(" :\N{NO-BREAK SPACE}"))))

    def title(self, commitment: Commitment) -> Markup:
        """Return a commitment's title."""
        return self._titles[commitment.id]

    @cached_property
    def _titles(self) -> dict[str, Markup]:
        none = Markup('<span class="quiet">{}</span>').format(self.t("no title yet"))
        known = self.plan.commitments.values()
        return {each.id: self.text(each.title) if each.title else none for each in known}

    def name(self, commitment: Commitment) -> str:
        """Return a commitment's number and title, as text alone."""
        return self._names[commitment.id]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {each.id: self._name(each) for each in self.plan.commitments.values()}

    def _name(self, commitment: Commitment) -> str:
        title = self.say.alone(commitment.title) if commitment.title else self.t("no title yet")
        number = self.number(commitment)
        return f"{number}. {title}" if number else title

    def number(self, commitment: Commitment) -> str:
        """Return the number that people use; a merge has none."""
        has_one = isinstance(commitment, Adopted | Proposal)
        return str(commitment.number or commitment.id) if has_one else ""

    def numbers(self, commitments: Iterable[Commitment]) -> str:
        """Return the numbers of commitments, as a list in a sentence."""
        return self.language.enumerate([*map(self.number, commitments)])

    def status(self, status: str) -> str:
        """Return the word of a status."""
        return self.t(STATUS_WORDS[status])

    def kind(self, meeting: Meeting) -> Markup:
        """Return who met."""
        return self._kinds[meeting.id]

    @cached_property
    def _kinds(self) -> dict[str, Markup]:
        kind = self.say.meeting_kind
        return {each.id: self.rich(kind(each)) for each in self.plan.all_meetings}

    def _owner(self, organization: str) -> Markup:
        known = self.plan.organizations.get(organization)
        return self.text(known.name) if known else Markup.escape(organization)

    def listed(self, texts: Sequence[str]) -> Markup:
        """Return escaped texts as a list in a sentence."""
        return Markup(self.language.enumerate([str(Markup.escape(each)) for each in texts]))  # noqa: S704

    def in_short(self, meeting: Meeting) -> Iterator[str]:
        """Yield how many came, how many decisions the minutes number, and when they were approved.

        Where the names of people are left out, the minutes list nobody.
        """
        if meeting.participants and not self.is_nameless:
            here = len(meeting.participants)
            yield self.plural("{n} participant", "{n} participants", here)
        if number := sum(len(decisions(self.say, each)) for each in meeting.decisions):
            yield self.plural("{n} decision", "{n} decisions", number)
        if approved := self._approved.get(meeting.id):
            yield self.t("minutes approved on {day}", day=self.day(approved.date))

    @cached_property
    def _approved(self) -> dict[str, Meeting]:
        """The meeting that approved the minutes of each, by its id."""
        said = (each for each in on_minutes(self.plan.book or self.plan) if not each.wrong)
        return {
            each.minutes.id: each.meeting for each in said if isinstance(each.decision, Approval)
        }

    # What the ledger says.

    def lines_of(self, commitment: Commitment) -> list[tuple[Step, Decided]]:
        """Return the decisions on a commitment and what it became: the step of each, in order."""
        names = (commitment.id, *self.ledger.path(commitment.id))
        found = [
            (line.step, line.decided)
            for name in names
            for line in self.ledger.story(name)
            if line.decided
        ]
        return sorted(found, key=lambda each: moment_of(each[1].meeting))

    def decided_at(self, commitment: Commitment) -> Meeting | None:
        """Return the meeting whose decision gave a commitment its outcome."""
        adoption = self.ledger.adoption
        if adoption and self.outcomes.get(commitment.id) == "not-adopted":
            return adoption.meeting
        lines = reversed(self.lines_of(commitment))
        return next((said.meeting for step, said in lines if step not in _KEEPING), None)

    def reason(self, commitment: Commitment) -> Markup | None:
        """Return why a commitment ended, as a meeting said it; or None where none did."""
        for step, said in reversed(self.lines_of(commitment)):
            reason = getattr(said.decision, "reason", None)
            if step in _REASONED and (reason or step != "explained"):
                return self.text(reason) if reason else None
        return None

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each proposal among them, by its id."""
        return {each.id: place for place, each in enumerate(self.proposals)}

    @cached_property
    def frieze(self) -> drawings.Frieze:
        """The strip under the header."""
        return drawings.Frieze([*self.outcomes.values()], rtl=self.rtl)

    # The balance in sentences.

    @cached_property
    def question(self) -> str:
        """What a citizen asks of the proposals."""
        return self.plural(
            "What became of the proposal?",
            "What became of the {n} proposals?",
            len(self.proposals),
        )

    @cached_property
    def answer(self) -> str:
        """What became of the proposals, and what that leaves."""
        found = sorted(terms(self.say, self.balance), key=lambda term: _rank(term[0]))
        said = self.language.enumerate([words for _, _, words in found])
        result = result_in_words(self.say, self.balance)
        if result and self.balance.merges and not self.balance.is_adopted:
            result = self.t("That leaves {x}", x=result)
        return " ".join(_sentences([said, result]))


def _sentences(parts: Iterable[str]) -> Iterator[str]:
    return (f"{capital(each)}." for each in parts if each)


def _rank(status: Status | None) -> int:
    return ORDER.index(status) if status else len(ORDER)


def used(view: View) -> Collection[Status]:
    """Return the outcomes that the proposals of a book have, in the order of the figure."""
    known = {*view.outcomes.values()}
    return [each for each in ORDER if each in known]

"""What the book's things are called in a reader's language."""

import datetime as dt
from collections.abc import Iterable

from ogp_cli.lang import count
from ogp_cli.lang.direction import left_to_right
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import fill, plain, translate
from ogp_cli.models.commitment import FATE_STEPS, Commitment
from ogp_cli.models.types import Text
from ogp_cli.plan import Balance, Plan


class Words:
    """Names things of a plan in a language, where they have a name in it."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language

    def text(self, text: Text) -> str:
        """Return a text of the data, to stand by itself."""
        return translate(text, self.language.code, self.plan.info.language).text

    def within(self, text: Text) -> str:
        """Return a text to stand among ours.

        If it is in the other direction, then between marks that keep a list in its order.
        """
        run = translate(text, self.language.code, self.plan.info.language)
        return plain(fill(self.language.code, "{text}", text=(run,)))

    def day(self, day: dt.date) -> str:
        """Return a day as it is written in the data, to stand among our words."""
        return left_to_right(day.isoformat(), self.language.code)

    def title(self) -> str:
        """Return the plan's title, with the day that the book is seen as of, if there is one."""
        title, moment = self.plan.info.title, self.plan.moment
        if moment is None:
            return self.text(title)
        then = self.language.terminal.as_of.format(day=self.day(moment))
        return f"{self.within(title)} – {then}"

    def numbers(self, commitments: Iterable[str]) -> str:
        """Return commitments by what people call them, as a list in a sentence."""
        return self.language.enumerate([self.plan.called(each) for each in commitments])

    def named(self, commitment: str) -> str:
        """Return a commitment's number or id, and its title where it has one."""
        known = self.plan.commitments.get(commitment)
        number = self.plan.called(commitment)
        return f"{number}. {self.within(known.title)}" if known and known.title else number

    def institution(self, organization: str) -> str:
        """Return the name of an institution without those that it is part of, or else its id."""
        known = self.plan.organizations.get(organization)
        return self.text(known.name) if known else organization

    def institutions(self, organizations: Iterable[str]) -> str:
        """Return institutions as a list in a sentence."""
        known = self.plan.organizations
        names = [self.within(known[each].name) if each in known else each for each in organizations]
        return self.language.enumerate(names)

    def group(self, group: str) -> str:
        """Return the name of those who are invited as a body, or else their id."""
        name = self.plan.info.groups.get(group)
        return self.within(name) if name else group

    def terms(self, balance: Balance) -> list[tuple[str, int, str]]:
        """Return what adds up to the proposals: a status (or none), how many, and the words."""
        words = self.language.terminal
        merges = count(self.language, words.merges, balance.merges)
        outcomes = [
            ("standing", words.standing, balance.standing),
            ("merge-proposed", words.merging, balance.merging),
            ("merged", words.merged, balance.merged),
            ("cancelled", words.cancelled, balance.cancelled),
            ("", words.fateless, balance.proposals - balance.fates),  # while something is wrong
        ]
        return [
            (status, n, count(self.language, forms, n, merges=merges))
            for status, forms, n in outcomes
            if n
        ]

    def balance(self, balance: Balance) -> str:
        """Return the outcomes as a sum: «27 proposals = 17 standing + 7 in 2 proposed merges…»."""
        words = self.language.terminal
        sentence = count(self.language, words.proposals, balance.proposals)
        terms = [term for _, _, term in self.terms(balance)]
        if terms:
            sentence += " = " + " + ".join(terms)
        if balance.merges:
            forms, number = words.adopted, balance.merges
        elif balance.merged:
            forms, number = words.resulting, balance.resulting
        else:
            return sentence
        outcome = count(self.language, forms, number, resulting=balance.resulting)
        return f"{sentence}{self.language.semicolon} {outcome}"


def last_step(commitment: Commitment) -> str | None:
    """Return the step that says how far the drafting of a commitment is.

    A fate has a column of its own, and the card of a merge is awaited only while the merge is
    proposed; a meeting to schedule says how far the drafting is only where nothing else does.
    """
    settled = set() if commitment.status == "merge-proposed" else {"merged-card-pending"}
    passed = FATE_STEPS | settled
    steps = [entry.step for entry in commitment.history if entry.step not in passed]
    done = [step for step in steps if step != "meeting-to-schedule"]
    return next(reversed(done or steps), None)

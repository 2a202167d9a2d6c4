"""What a language file provides: the words of the minutes and of the terminal, and its grammar.

Sentences are templates with fields in braces. The minutes are read aloud and signed, so each
language writes whole sentences with its own inflection.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ogp_cli.lang.catalogue import catalogue
from ogp_cli.lang.rich_text import RichText, Run

Gender = Literal["f", "m"]
Forms = Mapping[str, str]  # by CLDR plural category: zero, one, two, few, many, other


@dataclass(eq=False, repr=False, kw_only=True)
class Minutes:
    """The words of the minutes."""

    titles: Mapping[str, str]  # by the kind of models.meeting.Meeting; {committee}
    planned: str  # the title of a meeting that is still to come; {kind}
    draft: str  # before the title, as long as the data have errors
    date: str
    place: str
    label: str  # what follows a label
    modes: Mapping[str, str]  # by the mode of models.meeting.Venue
    participants: str
    comma: str  # between what is said of a person
    honorifics: Mapping[Gender, str]
    chair: str  # {person}
    attendance: str  # {people}
    people: Forms  # by their number; {group}
    apologies: str  # introduces the list
    absent: str  # the same
    minutes_by: str  # {person}
    represented: str  # {person} {by}
    item_end: str
    last_item_end: str
    department: str  # between an institution and its department
    agenda: str
    discussed: str
    decisions: str
    progress_intro: str
    commitments: str
    progress: str
    agreed: str
    schedule_intro: str
    documents: str
    institution: str
    when: str
    attendees: str
    time: str  # {time}
    hours: str  # {start} {end}
    clock: str  # of both; {time}, or {hour} and {minute}
    untitled: str
    page: str  # {page} {pages}
    steps: Mapping[str, str]  # by the step of models.commitment.Entry, with its draft after a slash
    note: str  # {sentence} {note}
    # Of the section on decisions, by step or key, where `steps` has not the sentence: {commitments}
    # {reason} {day} {text}; of the plan {number} {title} {numbers} {what}; of an amendment
    # {milestone}, and the value {before} and {due}, which `of` names {subject}
    decided: Mapping[str, str]
    reference: str
    signatures: str
    role: str
    name: str
    signature: str


@dataclass(eq=False, repr=False, kw_only=True)
class Terminal:
    """The words of `ogp status`, `ogp show`, `ogp schedule` and `ogp changes`.

    Forms are filled with their number, {n}.
    """

    proposals: Forms
    standing: Forms
    merging: Forms  # followed by `merges`, as {merges}
    merges: Forms
    merged: Forms
    cancelled: Forms
    missing: Forms
    unread: Forms
    if_merged: Forms  # by the number of proposed merges; {resulting}
    adopted: Forms
    withdrawn: Forms
    not_adopted: Forms
    in_plan: Forms  # by the number of commitments
    resulting: Forms
    as_of: str  # {day}
    more: Forms  # at the end of a list
    number: str
    title: str
    lead: str
    head: str
    status: str
    outcome: str  # through a merge, if it differs from the status
    with_it: str  # before the proposals that end with a merged commitment
    drafting: str
    next_meeting: str
    stuck: str
    unscheduled: str
    overdue: str
    idle: Forms  # by the number of meetings
    stuck_are: Forms  # {numbers}
    proposed: str
    merge_into: str  # while the merge is proposed, and when it was dropped
    merge_from: str
    merged_into: str
    merged_from: str
    adopted_as: str
    adopted_from: str
    history: str
    people: str
    sector: str
    part_of: str
    has_part: str
    changes: str
    before: str
    after: str
    since: str
    until: str
    proposals_made: str
    meetings_held: str
    decisions: str
    planned: str
    nothing: str
    kinds: Mapping[str, str]  # by the kind of models.meeting.Meeting; {committee}
    sectors: Mapping[str, str]  # by the sector of models.organization.Organization
    schedule: str
    calendar: str  # coordination meetings, and milestones that are due
    date: str
    institutions: str
    commitments: str
    invited: str
    event: str  # in a calendar; {institutions} {commitments}
    no_end: str
    agreed: str  # before what was agreed and has a day
    slot_state: str
    slot_states: Mapping[str, str]  # by the plan.slots.SlotState; {day} of a moved one
    statuses: Mapping[str, str]  # by the status of models.commitment.Commitment
    steps: Mapping[str, str]  # by the step of models.commitment.Entry, in two or three words


@dataclass(eq=False, repr=False, kw_only=True)
class Implementation:
    """The words of the plan once it is adopted: cards, milestones, reports."""

    card: Mapping[str, str]  # the labels of a card, by the key of models.commitment.Commitment
    completions: Mapping[str, str]  # by the completion of models.report.Reported
    completion: str  # as reported
    unreported: str
    done: str  # of the milestones
    next_due: str
    overdue: str
    overdue_are: Forms  # {names} {day}
    output: str
    start: str
    due: str
    spans: Mapping[str, str]  # of a year, as models.partial_date has them: Q1, H1 {year}
    by: str
    added: str  # {meeting}
    dropped: str  # {meeting}
    moved: str  # {date} {meeting}
    changed: str  # {key} {meeting}
    report: str  # {period}
    reported: str
    presented: str  # {period}
    stated: str
    percentage: str
    of_milestone: str  # {id}
    achieved: str
    challenges: str
    evidence: str
    supported: str  # of an institution: those that it supports
    another: str  # before the commitment of the plan that has the same number
    values: Mapping[str, str]  # by the key of models.card.Values
    irm: str
    irm_labels: Mapping[str, str]  # by the key of models.card.IrmCoding
    irm_words: Mapping[str, str]  # by its words that no report has, and “true” and “false”


@dataclass(eq=False, repr=False, kw_only=True)
class Problems:
    """The words of `ogp check`. Numbers follow a colon, so no noun is inflected."""

    levels: Mapping[str, str]  # by the level of problem.Problem
    hint: str
    quote: str
    see: str
    more: str
    none: str  # {files}
    summary: str  # {files} {errors} {warnings} {infos}
    some: str  # {files} {whole}
    skipped: str  # {rules}


@dataclass(eq=False, repr=False, kw_only=True)
class Skeletons:
    """The words of the files that `ogp init` and `ogp new` write.

    What is made up is plainly so, and ends in a file that a person edits; the rest are comments.
    """

    plan: str
    proposals: str
    institutions: str
    ministry: str
    association: str
    commitment: str
    commitment_title: str
    meeting: str
    persons: tuple[str, str]
    agenda: str
    steps: str  # before an example
    agreed: str  # before points
    overdue: str  # before commitments
    merges: str  # before decisions on them
    waiting: str  # before commitments


@dataclass(eq=False, repr=False, kw_only=True)
class Language:
    """A language of the interface and of the minutes.

    `plural` gives CLDR's plural category of a number. `enumerate` joins the items of a list
    («10، 11، 12 و13»). `heads` names the project heads of some commitments; their gender may be
    unknown. `commitments` names commitments after a verb or a preposition. `because` turns a
    reason into a part of a sentence. The rest are words.
    """

    code: str
    direction: Literal["ltr", "rtl"]
    semicolon: str
    separator: str  # between the cells of a CSV, as Excel expects it in the language's countries
    plural: Callable[[int], str]
    enumerate: Callable[[Sequence[str]], str]
    heads: Callable[[Sequence[str], Sequence[Gender | None]], str]
    commitments: Callable[[Sequence[str]], str]
    because: Callable[[Run], RichText] = lambda reason: (reason,)
    minutes: Minutes
    terminal: Terminal
    implementation: Implementation
    problems: Problems
    skeletons: Skeletons

    def translate(self, sentence: str) -> str:
        """Return a sentence of the code, which is in English, in this language."""
        return catalogue(self.code).gettext(sentence)

    def __reduce__(self) -> tuple[Callable[..., "Language"], tuple[str]]:
        """Travel between processes by name: grammar is functions."""
        from ogp_cli.lang import choose  # noqa: PLC0415 - the list of languages lists this one

        return choose, (self.code,)

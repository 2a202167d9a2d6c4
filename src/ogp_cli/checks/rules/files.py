"""Rules on files as such: their bytes, names and numbers."""

from collections.abc import Iterable, Iterator

from ogp_cli.checks.rule import repeated, rule
from ogp_cli.checks.settings import wrong_skips
from ogp_cli.ids import is_id
from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.models.partial_date import is_half_year
from ogp_cli.models.types import label_of
from ogp_cli.notation import normalised
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding
from ogp_cli.process.fold import proposals


@rule("error")
def unreadable_file(plan: Plan) -> Iterable[Finding]:
    """A data file cannot be read.

    It is missing, its permissions forbid it, it is not a regular file, or another file has the same
    id. Its content is left out; everything else is still checked.
    """
    return plan.findings["file"]


@rule("warning")
def stray_file(plan: Plan) -> Iterable[Finding]:
    """A file looks like data but is not read.

    Commitments and meetings are read only from their own folders, and only from files that end in
    .yaml or .yml. `commitments/28.yaml.txt`, as some editors save it, and `commitments/new/28.yaml`
    are ignored.
    """
    return plan.findings["stray"]


@rule("error")
def invalid_yaml(plan: Plan) -> Iterable[Finding]:
    """A file is not valid YAML, or uses a part of YAML that hides what the file says.

    Anchors, aliases, tags, merge keys, duplicate keys, a second document and a comment in the
    middle of a text are refused: with them, a file can mean something other than what a reader
    sees. Bytes that are not UTF-8 are refused too.

        number: 10
        number: 11          # the second line would silently win
        title: Portal #1    # YAML would read only “Portal”
    """
    return plan.findings["yaml"]


@rule("error")
def wrong_shape(plan: Plan) -> Iterable[Finding]:
    """A key is unknown or missing, or a value is of the wrong kind.

    The file is left out until it is corrected, because `ogp` cannot know what was meant.

        number: no. 10      # the number alone
        tilte: …            # an unknown key, most often a typing mistake
    """
    return plan.findings["shape"]


@rule("warning")
def bidi_control(plan: Plan) -> Iterable[Finding]:
    """A bidirectional control character makes a line look different from what it says.

    Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) reorder what is shown,
    in comments too: see "Trojan Source", CVE-2021-42574. No text in the data needs them.
    """
    return plan.findings["hidden"]


@rule("warning")
def odd_indentation(plan: Plan) -> Iterable[Finding]:
    """A line is indented by an odd number of spaces.

    A space was added or lost. YAML reads the line all the same, as long as it stands alone; the
    next line below it will not fit.

        history:
           2024-03-21: [merge-proposed]      # three spaces
    """
    return plan.findings["uneven"]


_OF_HELD = ("steps", "reviewed", "discussed", "decisions", "agreed", "schedule", "presented")


@rule("error")
def misplaced_key(plan: Plan) -> Iterator[Finding]:
    """A meeting has a key that does not belong in its file.

    A meeting with `state: planned` has an agenda, but has not heard or decided anything. Once it
    was held, remove `state: planned`. Only a coordination meeting has `commitments`; other meetings
    write what they heard under `steps`.
    """
    for meeting in plan.planned.values():
        for key in _OF_HELD:
            if getattr(meeting, key) not in (None, ()):
                yield Finding(
                    meeting.at(key).name,
                    "a meeting that is planned has no “{key}”",
                    "remove “state: planned” once the meeting was held, or remove the key",
                    {"key": key},
                    meeting.at("state"),
                )
    for meeting in plan.all_meetings:
        if meeting.commitments and not meeting.coordinated_commitments:
            yield Finding(
                meeting.at("commitments").name,
                "only a coordination meeting has “commitments”",
                "record what was reported under “steps”, or correct the kind",
                {},
                meeting.at("kind"),
            )


@rule("error", after={"duplicate-number"})
def file_name(plan: Plan) -> Iterator[Finding]:
    """A file's name, which is its id, does not match its content.

    A meeting's id is its date, with a suffix if two meetings share a day: `2024-03-21.yaml`,
    `2024-03-21-b.yaml`. If a commitment's id is a number, as `5` or `2.1`, it is the commitment's
    number; any other name is free. A commitment of the plan is called `c` and its number, as in
    `c1.yaml`, and a report after the last month of its half-year, as in `2025-06.yaml`. An id
    has only Latin letters, digits, `-`, `_` and `.`, so that other files can refer to it.
    """
    for record in (*plan.commitments.values(), *plan.all_meetings):
        usual = normalised(record.id)
        if not is_id(record.id):
            yield Finding(
                record.at(),
                "“{id}” is not an id",
                "rename it to {usual}.yaml"
                if usual
                else "rename the file: Latin letters, digits, - _ . and no space",
                {"id": record.id, "usual": usual},
            )
    yield from _commitments(plan)
    yield from _meetings(plan)
    yield from _reports(plan)


def _commitments(plan: Plan) -> Iterator[Finding]:
    for commitment in plan.commitments.values():
        number, at = commitment.number, commitment.at("number")
        if number and not _is_called(commitment, number):
            yield Finding(
                at,
                "the file is called {id}.yaml, but the number is {number}",
                "rename the file (and what refers to it), or correct the number",
                {"id": commitment.id, "number": number},
                follows=[at],
            )


def _is_called(commitment: Commitment, number: int | str) -> bool:
    """Whether a file is called after the number, or has a name that no number gives."""
    if isinstance(commitment, Adopted):
        return commitment.id == f"c{number}"
    return label_of(commitment.id) in {None, number}


def _reports(plan: Plan) -> Iterator[Finding]:
    for report in plan.reports.values():
        if not is_half_year(report.id):
            yield Finding(
                report.at(),
                "the file is called {id}.yaml, which is not a half-year",
                "rename it after the last month of the half-year, as in 2025-06.yaml",
                {"id": report.id},
            )


def _meetings(plan: Plan) -> Iterator[Finding]:
    for meeting in plan.all_meetings:
        day = meeting.date.isoformat()
        if is_id(meeting.id) and meeting.id != day and not meeting.id.startswith(f"{day}-"):
            yield Finding(
                meeting.at("date"),
                "the file is called {id}.yaml, but the date is {date}",
                "rename the file (and what refers to it), or correct the date",
                {"id": meeting.id, "date": day},
            )


@rule("error")
def duplicate_number(plan: Plan) -> Iterator[Finding]:
    """Two commitments have the same number.

    People use the number, and the minutes print it: «الالتزام 10» must mean exactly one commitment.
    Proposals have one series of numbers, and the commitments of the plan another.
    """
    numbered = (each for each in plan.commitments.values() if each.number is not None)
    numbers = (((isinstance(each, Adopted), each.number), each) for each in numbered)
    for _, commitment, other in repeated(numbers):
        yield Finding(
            commitment.at("number"),
            "“{other}” already has number {number}",
            "give one of the two another number",
            {"number": commitment.number, "other": other.id},
            other.at("number"),
        )


@rule("warning", needs={"meetings"})
def missing_number(plan: Plan) -> Iterator[Finding]:
    """A proposal has no number, while other proposals have one.

    The number is what people say and what the minutes print. Only a merged commitment may have
    none. A commitment of the plan always has one.
    """
    for adopted in plan.adopted.values():
        if adopted.number is None:
            yield Finding(
                adopted.at(),
                "the commitment of the plan has no number",
                "add a line that starts with “number:”",
            )
    proposed = [plan.commitments[name] for name in proposals(plan)]
    if any(each.number for each in proposed):
        for proposal in (each for each in proposed if each.number is None):
            hint = "add a line that starts with “number:”"
            yield Finding(proposal.at(), "the proposal has no number", hint)


@rule("warning")
def unused_acceptance(_: Plan) -> Iterable[Finding]:
    """An acceptance matches no problem, or accepts a problem that cannot be accepted.

    If a warning is about something that is meant, accept it in the data, with the reason:

        - at: 2024-03-26 11:30
          organizations: [local-authorities]
          commitments: [1]
          accept:
            scheduled-without-waiting: the head asked for a second meeting

    Warnings and information can be accepted, errors cannot. Remove the acceptance once the data are
    corrected.
    """
    return ()


@rule("error", needs={"plan"})
def wrong_skip(plan: Plan) -> Iterable[Finding]:
    """`data/plan.yaml` skips a rule that does not exist, or one that cannot be skipped.

    The rules under `check`, `skip` are left out of every check of the book:

        check:
          skip: [latin-punctuation]
          strict: true

    Warnings and information can be skipped, errors cannot. With `strict: true`, warnings are a
    failure too. `ogp check` prints what it skips. With `--settings-from` and `--changed-since`, the
    settings of that revision count: a change cannot switch off the rule that would find it.
    """
    return wrong_skips(plan)

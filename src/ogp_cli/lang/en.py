"""English, for partners and reviewers."""

from collections.abc import Sequence

from ogp_cli.lang.language import (
    Gender,
    Implementation,
    Language,
    Minutes,
    Problems,
    Skeletons,
    Terminal,
)


def _enumerate(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)


def _plural(number: int) -> str:
    return "one" if number == 1 else "other"


def _heads(numbers: Sequence[str], _: Sequence[Gender | None]) -> str:
    if len(numbers) == 1:
        return f"the project head of commitment {numbers[0]}"
    return f"the project heads of commitments {_enumerate(numbers)}"


def _commitments(numbers: Sequence[str]) -> str:
    return f"{'commitment' if len(numbers) == 1 else 'commitments'} {_enumerate(numbers)}"


ENGLISH = Language(
    code="en",
    direction="ltr",
    semicolon=";",
    separator=",",
    plural=_plural,
    enumerate=_enumerate,
    heads=_heads,
    commitments=_commitments,
    minutes=Minutes(
        titles={
            "steering-committee": "Report of the meeting – {committee}",
            "coordination": "Report of the coordination meeting",
            "workshop": "Report of the workshop",
            "public": "Report of the public meeting",
            "act": "Decree or letter",
        },
        planned="{kind} (planned)",
        draft="Draft",
        date="Date of the meeting",
        place="Place of the meeting",
        label=":",
        modes={
            "remote": "remote meeting",
            "in-person": "meeting in person",
            "hybrid": "meeting in person and remote",
        },
        participants="Participants",
        participant="{honorific} {name}, {organization}",
        honorifics={"f": "Ms", "m": "Mr"},
        chair="Chair: {person}",
        attendance="Attendance: {people}.",
        people={"one": "{n} person ({group})", "other": "{n} people ({group})"},
        apologies="Apologies:",
        item_end=";",
        last_item_end=".",
        department=" – ",
        agenda="Agenda",
        discussed="Points discussed",
        decisions="Decisions",
        progress_intro="The following table sums up what was done:",
        commitments="Proposed commitments",
        progress="Progress of the joint drafting",
        agreed="Points agreed",
        schedule_intro="The coordination meetings are scheduled as follows:",
        documents="Documents",
        institution="Institution concerned",
        when="Date",
        attendees="Expected participants",
        date_pattern="EEEE d MMMM y",
        time="at {time}",
        untitled="untitled",
        page="Page {page} of {pages}",
        steps={
            "comments-shared": "Comments and remarks on the draft commitment were shared through "
            "the common file",
            "meeting-held": "The coordination meeting with the project head was held, to check "
            "the content and wording of the draft commitment",
            "comments-integrating": "The comments are being integrated by the project head",
            "comments-integrated": "The comments received were integrated by the project head",
            "new-version-received": "A new version of the draft commitment was received",
            "meeting-to-schedule": "A coordination meeting with the project head will be "
            "scheduled, to check the content and wording of the draft commitment",
            "meeting-to-schedule/new-version": "A coordination meeting with the project head will "
            "be scheduled, to check the content and wording of the draft commitment in its new "
            "version",
            "meeting-to-schedule/proposed": "A coordination meeting with the project head will be "
            "scheduled, to check the content and wording of the proposed draft commitment",
            "merge-proposed": "It is proposed to merge {commitments} into one",
            "merge-proposed/titled": "It is proposed to merge {commitments} into one, "
            "titled: {title}",
            "merged-card-pending": "The new proposed commitment will be shared once "
            "it is drafted, in agreement with the representatives of the ministry concerned",
            "merge-dropped": "The proposal to merge {commitments} was dropped",
            "merged": "{Commitments} were merged into one",
            "merged/titled": "{Commitments} were merged into one, titled: {title}",
            "cancelled": "The commitment was cancelled; no reason was given",
            "cancelled/because": "The commitment was cancelled, for this reason: {reason}",
            "reinstated": "The commitment was reinstated",
            "adopted": "The commitment was adopted into the action plan",
            "not-adopted": "The commitment was not adopted; no reason was given",
            "not-adopted/because": "The commitment was not adopted, for this reason: {reason}",
            "amended": "The commitment was amended: {what}",
            "amended/because": "The commitment was amended ({what}), for this reason: {reason}",
            "withdrawn": "The commitment was withdrawn; no reason was given",
            "withdrawn/because": "The commitment was withdrawn, for this reason: {reason}",
        },
        note="{sentence} ({note})",
        decided={
            "cancelled": "It was decided to cancel {commitments}; no reason was given",
            "cancelled/because": "It was decided to cancel {commitments}, for this reason: "
            "{reason}",
            "reinstated": "It was decided to reinstate {commitments}",
            "adopted": "Commitment {number} of the action plan was adopted: {title}",
            "adopted/from": "Commitment {number} of the action plan was adopted: {title} "
            "(proposals: {numbers})",
            "not-adopted": "It was decided not to adopt {commitments}; no reason was given",
            "not-adopted/because": "It was decided not to adopt {commitments}, for this reason: "
            "{reason}",
            "amended": "Commitments of the action plan were amended: {numbers} ({what})",
            "amended/because": "Commitments of the action plan were amended: {numbers} ({what}), "
            "for this reason: {reason}",
            "moved": "Milestone {milestone} of commitment {number} is now due: {due}",
            "withdrawn": "Commitments were withdrawn from the action plan: {numbers}; no reason "
            "was given",
            "withdrawn/because": "Commitments were withdrawn from the action plan: {numbers}, for "
            "this reason: {reason}",
            "approve": "The report of the meeting of {day} was approved",
            "correct": "The report of the meeting of {day} is corrected as follows: {text}",
        },
        reference="Reference",
        signatures="Signatures",
        role="Function",
        name="Name",
        signature="Signature",
    ),
    terminal=Terminal(
        proposals={"one": "{n} proposal", "other": "{n} proposals"},
        standing={"other": "{n} standing"},
        merging={"other": "{n} in {merges}"},
        merges={"one": "{n} proposed merge", "other": "{n} proposed merges"},
        merged={"other": "{n} merged"},
        cancelled={"other": "{n} cancelled"},
        missing={"other": "{n} without an outcome"},
        unread={"one": "{n} file could not be read", "other": "{n} files could not be read"},
        if_merged={
            "one": "{resulting} if the merge is adopted",
            "other": "{resulting} if the merges are adopted",
        },
        adopted={"other": "{n} adopted"},
        withdrawn={"other": "{n} withdrawn"},
        not_adopted={"other": "{n} not adopted"},
        in_plan={
            "one": "the plan has {n} commitment",
            "other": "the plan has {n} commitments",
        },
        resulting={"one": "{n} commitment results", "other": "{n} commitments result"},
        as_of="as of {day}",
        more={"other": "{n} more"},
        number="No.",
        title="Title",
        lead="Lead",
        head="Project head",
        status="Status",
        outcome="Outcome",
        with_it="with it",
        drafting="Drafting",
        next_meeting="Next meeting",
        stuck="Stuck",
        unscheduled="not scheduled",
        overdue="date passed",
        idle={"one": "nothing for {n} meeting", "other": "nothing for {n} meetings"},
        stuck_are={
            "one": "{n} commitment is stuck: {numbers}",
            "other": "{n} commitments are stuck: {numbers}",
        },
        proposed="Proposed",
        merge_into="Proposed merge into",
        merge_from="Proposed merge of",
        merged_into="Merged into",
        merged_from="Merged from",
        adopted_as="Adopted as",
        adopted_from="Adopted from",
        history="Steps",
        people="People",
        sector="Sector",
        part_of="Part of",
        has_part="Includes",
        changes="What changed",
        before="Balance before",
        after="Balance after",
        since="after",
        until="until",
        proposals_made="New proposals",
        meetings_held="Meetings held",
        decisions="Decisions",
        planned="Meetings planned",
        nothing="No changes.",
        kinds={
            "steering-committee": "{committee}",
            "coordination": "coordination meeting",
            "workshop": "workshop",
            "public": "public meeting",
            "act": "decree or letter",
        },
        sectors={
            "government": "government",
            "civil-society": "civil society",
            "international": "international",
        },
        schedule="Coordination meetings",
        date="Date",
        institutions="Institutions",
        commitments="Commitments",
        event="{institutions} – on {commitments}",
        no_end="Its end is not known: the calendar shows an hour at most.",
        invited="Also invited",
        statuses={
            "standing": "standing",
            "merge-proposed": "merge proposed",
            "merged": "merged",
            "cancelled": "cancelled",
            "pending": "pending",
            "dropped": "dropped",
            "adopted": "adopted",
            "not-adopted": "not adopted",
            "withdrawn": "withdrawn",
        },
        steps={
            "comments-shared": "comments shared",
            "meeting-held": "meeting held",
            "comments-integrating": "comments being integrated",
            "comments-integrated": "comments integrated",
            "new-version-received": "new version received",
            "meeting-to-schedule": "meeting to schedule",
            "merge-proposed": "merge proposed",
            "merged-card-pending": "merged commitment pending",
            "merge-dropped": "merge dropped",
            "merged": "merged",
            "cancelled": "cancelled",
            "reinstated": "reinstated",
            "adopted": "adopted",
            "not-adopted": "not adopted",
            "amended": "amended",
            "withdrawn": "withdrawn",
        },
    ),
    implementation=Implementation(
        card={
            "title": "title",
            "lead": "lead",
            "supporting": "supporting institutions",
            "axis": "axis",
            "problem": "problem and causes",
            "so_far": "what was done so far",
            "solution": "solution",
            "results": "expected results",
            "values": "values of open government",
            "policy_areas": "policy areas",
            "milestones": "milestones",
        },
        completions={
            "not-started": "not started",
            "limited": "limited",
            "substantial": "substantial",
            "complete": "complete",
        },
    ),
    problems=Problems(
        levels={"error": "error", "warning": "warning", "info": "info"},
        hint="hint",
        quote="“{}”",
        see="see",
        none="No problems. Files: {files}.",
        summary="Files: {files}. Errors: {errors}, warnings: {warnings}, information: {infos}.",
        some="{files} of {whole}",
        skipped="Skipped, as plan.yaml says: {rules}.",
    ),
    skeletons=Skeletons(
        plan="What is true of the whole plan.",
        proposals="How many proposals there are: ogp check notices a file that is lost.",
        institutions="Each institution once, by the id that other files use. Replace these two "
        "examples.",
        ministry="Ministry A",
        association="Association B",
        commitment="This commitment is an example: replace it with the first proposal.",
        commitment_title="Example: publish the minutes of the committee",
        meeting="This meeting is an example: replace it with the first one, and call the file "
        "after its date.",
        persons=("Person One", "Person Two"),
        agenda="Example: drafting the proposed commitments",
        steps="What the meeting heard of the commitments, in place of [], as in:",
        overdue="Commitments whose coordination meeting has passed, without news of it:",
        merges="Proposed merges that are still undecided. If the meeting decides them, remove [] "
        "and each #, and write decided or dropped:",
        waiting="Commitments that wait for a coordination meeting, and have no slot:",
    ),
)

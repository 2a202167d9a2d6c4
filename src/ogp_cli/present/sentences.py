"""The sentences of the minutes, by what they say: English, which the catalogues translate.

Steps and decisions are whole sentences. After a slash stands what the data add: the draft of a
step, the title of a merge, the reason of a decision.
"""

from collections.abc import Mapping

from ogp_cli.lang.catalogue import N_

# {committee}
TITLES: Mapping[str, str] = {
    "steering-committee": N_("Report of the meeting – {committee}"),
    "coordination": N_("Report of the coordination meeting"),
    "workshop": N_("Report of the workshop"),
    "public": N_("Report of the public meeting"),
    "act": N_("Decision or letter"),
    "letter": N_("Letter"),
    "note": N_("Note"),
}
# Of a meeting that is planned, by what kind of meeting it is.
INVITATION = N_("Invitation – {kind}")
# By the step of a commitment's story: {commitments}, at the start {Commitments}; {title} {reason}
# {what}.
STEPS: Mapping[str, str] = {
    "comments-shared": N_(
        "Comments and remarks on the draft commitment were shared through the common file"
    ),
    "meeting-held": N_(
        "The coordination meeting with the project head was held, to check the content and wording "
        "of the draft commitment"
    ),
    "comments-integrating": N_("The comments are being integrated by the project head"),
    "comments-integrated": N_("The comments received were integrated by the project head"),
    "new-version-received": N_("A new version of the draft commitment was received"),
    "meeting-to-schedule": N_(
        "A coordination meeting with the project head will be scheduled, to check the content and "
        "wording of the draft commitment"
    ),
    "meeting-to-schedule/new-version": N_(
        "A coordination meeting with the project head will be scheduled, to check the content and "
        "wording of the draft commitment in its new version"
    ),
    "meeting-to-schedule/proposed": N_(
        "A coordination meeting with the project head will be scheduled, to check the content and "
        "wording of the proposed draft commitment"
    ),
    "merge-proposed": N_("It is proposed to merge {commitments} into one"),
    "merge-proposed/titled": N_("It is proposed to merge {commitments} into one, titled: {title}"),
    "merged-card-pending": N_(
        "The new proposed commitment will be shared once it is drafted, in agreement with the "
        "representatives of the ministry concerned"
    ),
    "merge-dropped": N_("The proposal to merge {commitments} was dropped"),
    "merged": N_("{Commitments} were merged into one"),
    "merged/titled": N_("{Commitments} were merged into one, titled: {title}"),
    "cancelled": N_("The proposal was cancelled; no reason was given"),
    "cancelled/because": N_("The proposal was cancelled, for this reason: {reason}"),
    "reinstated": N_("The proposal was reinstated"),
    "reinstated/because": N_("The proposal was reinstated, for this reason: {reason}"),
    "explained": N_("No reason was given for the end of the proposal"),
    "explained/because": N_("The reason for the end of the proposal is: {reason}"),
    "adopted": N_("The proposal was adopted into the action plan"),
    "not-adopted": N_("The proposal was not adopted; no reason was given"),
    "not-adopted/because": N_("The proposal was not adopted, for this reason: {reason}"),
    "amended": N_("The commitment was amended: {what}"),
    "amended/because": N_("The commitment was amended ({what}), for this reason: {reason}"),
    "withdrawn": N_("The commitment was withdrawn; no reason was given"),
    "withdrawn/because": N_("The commitment was withdrawn, for this reason: {reason}"),
}
_OF_COMMITMENT: Mapping[str, str] = {
    "cancelled": N_("The commitment was cancelled"),
    "cancelled/because": N_("The commitment was cancelled, for this reason: {reason}"),
    "reinstated": N_("The commitment was reinstated"),
    "reinstated/because": N_("The commitment was reinstated, for this reason: {reason}"),
    "explained": N_("No reason was given for the end of the commitment"),
    "explained/because": N_("The reason for the end of the commitment is: {reason}"),
}
# In the table of the minutes, which calls proposals commitments as the report of 2024 does. The
# decisions below it say which of them have no reason.
IN_TABLE: Mapping[str, str] = {**STEPS, **_OF_COMMITMENT}
# Of a commitment of the plan, which is a draft no more.
IN_PLAN: Mapping[str, str] = {
    **STEPS,
    **_OF_COMMITMENT,
    "meeting-held": N_("The coordination meeting with the project head was held"),
    "meeting-to-schedule": N_("A coordination meeting with the project head will be scheduled"),
    "adopted": N_("The commitment was adopted into the action plan"),
}
# Of the section on decisions, which names what is decided on, with titles: {commitments}, {day},
# {text}; of the plan {number} {title} {proposals}; of an amendment {milestone}, and the values
# {before} and {after}, which `of` names {subject}.
DECIDED: Mapping[str, str] = {
    **STEPS,
    "merged": N_("It was decided to merge {commitments} into one"),
    "merged/titled": N_("It was decided to merge {commitments} into one, titled: {title}"),
    "cancelled": N_("It was decided to cancel {commitments}"),
    "cancelled/because": N_("It was decided to cancel {commitments}, for this reason: {reason}"),
    "reinstated": N_("It was decided to reinstate {commitments}"),
    "reinstated/because": N_(
        "It was decided to reinstate {commitments}, for this reason: {reason}"
    ),
    "explained": N_("No reason was given for the end of {commitments}"),
    "explained/because": N_("The reason for the end of {commitments} is: {reason}"),
    "adopted": N_("Commitment {number} of the action plan was adopted: {title}"),
    "adopted/from": N_("Commitment {number} of the action plan was adopted: {title} ({proposals})"),
    "not-adopted": N_("It was decided not to adopt {commitments}"),
    "not-adopted/because": N_(
        "It was decided not to adopt {commitments}, for this reason: {reason}"
    ),
    "amended": N_("It was decided to amend {commitments}"),
    "amended/because": N_("It was decided to amend {commitments}, for this reason: {reason}"),
    "withdrawn": N_("It was decided to withdraw {commitments} from the action plan"),
    "withdrawn/because": N_(
        "It was decided to withdraw {commitments} from the action plan, for this reason: {reason}"
    ),
    "approve": N_("The report of the meeting of {day} was approved"),
    "correct": N_("The report of the meeting of {day} is corrected as follows: {text}"),
}
# A value that an amendment changes, from {before} to {after}, each left out where it is a name that
# is not published. {subject} is what has it; the number of a {milestone} has its title.
CHANGED: Mapping[str, str] = {
    "of commitment": N_("Commitment {number}, {key}"),
    "of milestone": N_("Milestone {milestone} of commitment {number}, {key}"),
    "changed": N_("{subject}: “{after}”"),
    "changed/from": N_("{subject}: “{after}” instead of “{before}”"),
    "changed/none": N_("{subject}: none, instead of “{before}”"),
    "changed/unsaid": N_("{subject}: changed"),
    "due": N_("Milestone {milestone} of commitment {number} is due: {after}"),
    "due/later": N_(
        "Milestone {milestone} of commitment {number} is put back: due {after} instead of {before}"
    ),
    "due/earlier": N_(
        "Milestone {milestone} of commitment {number} is brought forward: due {after} instead of "
        "{before}"
    ),
    "added": N_("Milestone {milestone} was added to commitment {number}"),
    "dropped": N_("Milestone {milestone} of commitment {number} was dropped"),
}

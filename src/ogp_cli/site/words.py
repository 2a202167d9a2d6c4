"""The words of the site by what they say: English, which the catalogues translate."""

from collections.abc import Mapping

from ogp_cli.lang.catalogue import N_
from ogp_cli.models.commitment import Status

# The outcomes of a proposal, in the order of the figure: what each means.
MEANINGS: Mapping[Status, str] = {
    "adopted": N_("It became a commitment of the plan."),
    "standing": N_("So far it is neither merged nor cancelled."),
    "withdrawn": N_("It was a commitment of the plan, and was withdrawn."),
    "merged": N_("It was joined with others, by a decision."),
    "merge-proposed": N_("A merge is proposed, and not decided yet."),
    "pending": N_("A merge of others into it is proposed, and not decided yet."),
    "dropped": N_("A merge of others into it was proposed, and dropped."),
    "replaced": N_("It was a commitment of the plan, which a revision replaced."),
    "not-adopted": N_("It was left out when the plan was adopted."),
    "cancelled": N_("It was cancelled by a decision, with its reason."),
}
ORDER: tuple[Status, ...] = (*MEANINGS,)

# The box that answers first, on the page of a proposal: {numbers} of the others in a merge.
ANSWERS: Mapping[Status, str] = {
    "adopted": N_("It became a commitment of the plan"),
    "standing": N_("The proposal stands"),
    "withdrawn": N_("This commitment was withdrawn from the plan"),
    "merged": N_("Merged with {numbers}"),
    "merge-proposed": N_("It is proposed to merge it with {numbers}"),
    "pending": N_("It is proposed to merge others into it"),
    "dropped": N_("A merge of others into it was dropped"),
    "replaced": N_("A revision of the plan replaced this commitment"),
    "not-adopted": N_("This proposal was not adopted"),
    "cancelled": N_("This proposal is cancelled"),
}
# The reports of the IRM, by the names that commitments have for them.
REPORTS: Mapping[str, str] = {
    "co-creation-brief": N_("Co-creation brief"),
    "action-plan-review": N_("Action plan review"),
    "results-report": N_("Results report"),
    "design-report": N_("Design report"),
    "implementation-report": N_("Implementation report"),
}
# The files of the data, by their paths.
DATA: Mapping[str, str] = {
    "book.xlsx": N_("All tables in one workbook"),
    "csv/commitments.csv": N_("The proposals and commitments, as they came into the book"),
    "csv/present.csv": N_("The proposals and commitments, as they are now"),
    "csv/outcomes.csv": N_("What became of each proposal and commitment"),
    "csv/story.csv": N_("What each meeting heard and decided about each"),
    "csv/present_milestones.csv": N_("The milestones and when they are due"),
    "csv/milestones.csv": N_("The milestones as adopted"),
    "csv/reported.csv": N_("What was reported for each half-year"),
    "csv/reported_evidence.csv": N_("The evidence of what was reported"),
    "csv/irm.csv": N_("What the Independent Reporting Mechanism found"),
    "csv/meetings.csv": N_("The meetings"),
    "csv/decisions.csv": N_("The decisions"),
    "csv/institutions.csv": N_("The institutions"),
    "datapackage.json": N_("What the tables and columns mean"),
}

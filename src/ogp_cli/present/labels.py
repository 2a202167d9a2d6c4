"""The labels of what is shown, by the key that has it: English, which the catalogues translate."""

from collections.abc import Mapping

from ogp_cli.lang.catalogue import C_, N_
from ogp_cli.lang.rich_text import Tone

TONES: Mapping[str | None, Tone] = {
    "standing": "good",
    "merge-proposed": "open",
    "pending": "open",
    "merged": "settled",
    "cancelled": "ended",
    "dropped": "ended",
    "adopted": "good",
    "not-adopted": "ended",
    "withdrawn": "ended",
    "replaced": "settled",
}
COMPLETION_TONES: Mapping[str | None, Tone] = {
    "not-started": "alert",
    "limited": "open",
    "substantial": "settled",
    "complete": "good",
}
IRM = N_("Independent Reporting Mechanism")
PRESENTED = N_("Presentation of the results of the {period}")
HONORIFICS: Mapping[str, str] = {"f": N_("Ms"), "m": N_("Mr")}
# {day}
SLOT_STATES: Mapping[str, str] = {
    "open": C_("slot", "open"),
    "moved": C_("slot", "moved from {day}"),
    "called-off": C_("slot", "called off"),
    "held": C_("slot", "held"),
}
# A card, by the key of its file: in the middle of a sentence.
CARD: Mapping[str, str] = {
    "title": N_("title"),
    "lead": N_("lead"),
    "head": N_("project head"),
    "supporting": N_("supporting institutions"),
    "axis": N_("axis"),
    "problem": N_("problem and causes"),
    "so_far": N_("what has been done so far"),
    "solution": N_("solution"),
    "results": N_("expected results"),
    "values": N_("values of open government"),
    "policy_areas": N_("policy areas"),
    "milestones": N_("milestones"),
}
MILESTONE: Mapping[str, str] = {
    "title": N_("title"),
    "output": N_("output"),
    "start": N_("start"),
    "due": N_("due"),
    "deadline": N_("due"),
    "by": N_("responsible"),
}

VALUES: Mapping[str, str] = {
    "transparency": N_("Transparency"),
    "participation": N_("Participation"),
    "accountability": N_("Accountability"),
}
IRM_LABELS: Mapping[str, str] = {
    "verifiable": N_("verifiable"),
    "lens": N_("open-government lens"),
    "potential": N_("potential for results"),
    "promising": N_("promising"),
    "completion": N_("completion"),
    "early_results": N_("early results"),
}
# Its words beside those of a completion.
IRM_WORDS: Mapping[str, str] = {
    "unclear": C_("IRM", "unclear"),
    "modest": C_("IRM", "modest"),
    "substantial": C_("IRM", "substantial"),
    "no-evidence-available": C_("IRM", "no evidence available"),
    "worsened": C_("IRM", "worsened"),
    "did-not-change": C_("IRM", "did not change"),
    "marginal": C_("IRM", "marginal"),
    "major": C_("IRM", "major"),
    "outstanding": C_("IRM", "outstanding"),
    "no-notable": C_("IRM", "no notable results"),
    "moderate": C_("IRM", "moderate"),
    "significant": C_("IRM", "significant"),
    "true": C_("IRM", "yes"),
    "false": C_("IRM", "no"),
}
# A part of a year, as models.partial_date writes it: {year}
SPANS: Mapping[str, str] = {
    "Q1": N_("first quarter of {year}"),
    "Q2": N_("second quarter of {year}"),
    "Q3": N_("third quarter of {year}"),
    "Q4": N_("fourth quarter of {year}"),
    "H1": N_("first half of {year}"),
    "H2": N_("second half of {year}"),
}

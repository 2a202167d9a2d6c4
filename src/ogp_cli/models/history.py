"""The words of a commitment's story, and the index of it that its file keeps."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from ogp_cli.models.refusal import refuse
from ogp_cli.models.types import MeetingId, NonBlank

# What a meeting hears of the drafting, and what it decides; what each step does, process/ knows.
HeardStep = Literal[
    "comments-shared",
    "meeting-held",
    "comments-integrating",
    "comments-integrated",
    "new-version-received",
]
DraftingStep = Literal[HeardStep, "meeting-to-schedule", "merged-card-pending"]
_MergeStep = Literal["merge-proposed", "merge-dropped", "merged"]
_OfPlan = Literal["adopted", "amended", "withdrawn", "explained"]
DecisionStep = Literal[_MergeStep, "cancelled", "reinstated", _OfPlan]
Step = Literal[DraftingStep, DecisionStep]
Draft = Literal["new-version", "proposed"] | None


def _by_meeting(value: object) -> object:
    """Refuse the steps of a history: their meetings have them."""
    if isinstance(value, tuple | list):
        raise refuse(
            "a history is written by meeting",
            "write what was heard under “steps” in the file of its meeting, remove the steps here, "
            "and run: ogp post",
        )
    return value


# The words of what each meeting heard and decided of a commitment, as in `adopted`.
History = Annotated[dict[MeetingId, tuple[NonBlank, ...]], BeforeValidator(_by_meeting)]

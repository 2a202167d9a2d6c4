"""A decision merges commitments into one that was already merged or cancelled.

A commitment that has ended cannot take others in: their proposals would disappear without a reason.
A later decision may still end the target of a merge.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-target-ended")

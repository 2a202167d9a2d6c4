"""A decision merges commitments into one that was merged or cancelled before.

What comes of a merge must stand, or wait for the decision; otherwise the proposals would vanish
without a reason. It may end later, by a decision of its own.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-target-ended")

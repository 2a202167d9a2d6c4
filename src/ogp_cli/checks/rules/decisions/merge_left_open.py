"""A decided merge leaves out commitments that were proposed for it.

They would stay proposed for a merge that is over. Name them in the decision too, or drop them from
the merge with another decision.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-left-open")

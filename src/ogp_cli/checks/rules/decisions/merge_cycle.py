"""Merges lead in a circle: a commitment is merged into one that is merged into it.

Followed from merge to merge, every proposal must end at a commitment that stands or was cancelled.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-cycle")

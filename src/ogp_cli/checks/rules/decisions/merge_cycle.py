"""Merges form a cycle: a commitment is merged into one that is merged into it.

The merges of every proposal must lead to a commitment that stands or was cancelled.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-cycle")

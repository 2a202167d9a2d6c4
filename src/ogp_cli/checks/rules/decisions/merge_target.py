"""A commitment's `merged_into` is missing, superfluous, or differs from the decision.

A commitment that is merged, or proposed for a merge, names the merged commitment under
`merged_into`. A commitment that stands or is cancelled has no `merged_into`. When a merge is
dropped, remove the line again. A commitment is never merged into itself.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-target")

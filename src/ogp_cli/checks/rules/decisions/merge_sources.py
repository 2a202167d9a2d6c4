"""A merged commitment and the meeting's decision list different commitments.

The decision lists the commitments that it merges. The merged commitment lists the same ones under
`merged_from`.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-sources")

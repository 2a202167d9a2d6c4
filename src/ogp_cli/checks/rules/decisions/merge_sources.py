"""What a merge makes and the meeting's decision disagree on what is merged.

The decision names the commitments that become one; the commitment that comes of them names the same
ones under `merged_from`.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-sources")

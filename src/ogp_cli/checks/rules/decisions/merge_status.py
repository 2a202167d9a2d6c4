"""A merged commitment's status differs from the last decision on its merge.

It is `pending` while the merge is proposed, `standing` once the merge is decided, and `dropped`
once the merge is dropped. Only a commitment with `merged_from` is a merged commitment, and a
meeting must have proposed or decided its merge.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-status")

"""A merged commitment does not have the status that the last decision on its merge gives it.

It is `pending` while the merge is proposed, `standing` once the merge is decided, and `dropped`
with the merge. Only what has `merged_from` is a merged commitment, and a meeting has to make it.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("card-status")

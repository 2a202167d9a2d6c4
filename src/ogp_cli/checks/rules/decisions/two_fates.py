"""A decision contradicts an earlier one on the same commitment.

What is merged or cancelled has ended: it cannot be merged or cancelled again. What is proposed for
one merge cannot be proposed for another before the first is dropped. One meeting gives a commitment
one outcome. What was not proposed cannot be dropped. Until that is corrected, nothing else is said
of the commitments that the decision names.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("two-fates")

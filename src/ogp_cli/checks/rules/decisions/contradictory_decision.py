"""A decision contradicts an earlier one on the same commitment.

A commitment that was merged or cancelled has ended: it cannot be merged or cancelled again. A
commitment that is proposed for one merge cannot be proposed for another until the first is dropped.
One meeting gives a commitment only one outcome. A merge that was not proposed cannot be dropped.
Until the contradiction is corrected, nothing else is reported on the commitments that the decision
names.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("contradictory-decision")

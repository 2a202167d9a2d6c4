"""A meeting decided on a commitment, but the commitment's file says something else.

Every decision is written twice: in the meeting that takes it, and in the status, the merge and the
history of each commitment. The last decision counts. If several files differ from one decision,
they are reported together, at the decision.

    # data/meetings/2024-03-21.yaml         # data/commitments/22.yaml
    decisions:                              status: standing    # should be cancelled
    - cancel: [22]
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("decision-not-applied")

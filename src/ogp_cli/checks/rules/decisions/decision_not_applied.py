"""A meeting decided on a commitment, and the commitment's own file says otherwise.

Every decision is written twice: by the meeting that takes it, and in the status, the merge and the
history of each commitment. The last decision counts. Where several files differ from one decision,
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

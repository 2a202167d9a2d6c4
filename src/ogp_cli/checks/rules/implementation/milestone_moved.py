"""A milestone was moved without a decision, or a decision to move it was not carried out.

The due date of a milestone changes when a meeting amends the commitment:

    - amend: [c1]
      move: {2: 2026-03}
      reason: …

`ogp post` writes the new date into the card, and keeps the old one under `moved`.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("milestone-moved")

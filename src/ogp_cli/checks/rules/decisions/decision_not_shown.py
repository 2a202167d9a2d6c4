"""A meeting decided on a commitment, but the commitment's history lacks the step.

The history shows how the commitment reached its status, and names the meeting of each step.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("decision-not-shown")

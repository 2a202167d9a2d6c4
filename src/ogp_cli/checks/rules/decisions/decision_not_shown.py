"""A meeting decided on a commitment, and the commitment's history does not have the step.

The history tells how the commitment came to its status, with the meeting of each step.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("decision-not-shown")

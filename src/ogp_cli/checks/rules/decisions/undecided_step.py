"""A history has a step for a decision that the meeting did not take.

Minutes are made from decisions, so this step would stand for a decision that nobody took. A step
that repeats the same decision is reported too.

    history:
    - meeting: 2024-03-21
      step: merge-proposed      # the meeting of 2024-03-21 proposes no such merge
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("undecided-step")

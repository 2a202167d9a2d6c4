"""A history does not have the steps that a meeting heard, in their order.

Only of meetings that have `steps`; `ogp post` writes them into the files.

    - on: [7, 9, 14]
      heard: [comments-shared, new-version-received]
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("steps-differ")

"""A file says that a commitment is merged or cancelled, and no meeting decides so.

Where the files of several commitments say so of one merge or one meeting, they are reported
together. Most often the decision is missing there.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("undecided-status")

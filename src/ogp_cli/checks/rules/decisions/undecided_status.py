"""A file says that a commitment is merged or cancelled, but no meeting decides so.

If the files of several commitments say so about one merge or one meeting, they are reported
together. Most often the decision is missing in the meeting's file.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("undecided-status")

"""A proposed merge is taken for a decided one, or a decided one for a proposed.

«اقتراح دمج» is not a merge: it is proposed at one meeting, and decided or dropped at a later one.
The commitment's status is that of the last decision, and each step in its history that of its own
meeting.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-state")

"""A proposed merge is recorded as decided, or a decided merge as proposed.

A proposed merge («اقتراح دمج») is not a merge yet: one meeting proposes it, and a later one decides
or drops it. The commitment's status follows the last decision. Each step in its history follows the
decision of its own meeting.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-state")

"""A decided merge does not name all the commitments that were proposed for it.

Those that it leaves out would stay proposed for a merge that is over: the decision names them too,
or another one drops them.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-left-open")

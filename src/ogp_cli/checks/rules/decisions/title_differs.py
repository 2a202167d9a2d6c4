"""A merged commitment does not have the title that the last decision gave to it.

The minutes print the title of the decision. If the title was only polished since, accept it.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "warning"
NEEDS = {"meetings"}

check = compared("title-differs")

"""A merged commitment's title differs from the title in the last decision on it.

The minutes print the title of the decision. If only the wording was improved since then, accept the
difference.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "warning"
NEEDS = {"meetings"}

check = compared("title-differs")

"""The meeting and the commitment give different reasons.

The reason is the answer to whoever proposed the commitment (OGP requirement 4.1). The meeting and
the commitment give it in the same words.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("reason-differs")

"""The history of a commitment says that something else was amended than its meeting did.

`what` names the keys of the card that an amendment changed. `ogp post` writes it.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("amendment-differs")

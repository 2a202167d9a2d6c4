"""The history of a commitment names other changes than the amendment of its meeting.

`what` names the keys of the card that an amendment changed. `ogp post` writes it.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("amendment-differs")

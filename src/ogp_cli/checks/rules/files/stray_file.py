"""A file looks like one of the data and is not read.

Commitments and meetings are read from their own folders, and only with the ending .yaml or .yml:
`commitments/28.yaml.txt`, as an editor may save it, and `commitments/new/28.yaml` are passed over.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield every such file that was seen."""
    return plan.findings["stray"]

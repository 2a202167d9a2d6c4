"""A file looks like data but is not read.

Commitments and meetings are read only from their own folders, and only from files that end in .yaml
or .yml. `commitments/28.yaml.txt`, as some editors save it, and `commitments/new/28.yaml` are
ignored.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield every such file that was seen."""
    return plan.findings["stray"]

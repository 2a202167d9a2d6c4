"""A commitment names another merge than the decision does, or none, or one too many.

What is merged, or proposed to be, says into what under `merged_into`; what stands or is cancelled
does not. A merge that is dropped takes it away again. Nothing is merged into itself.
"""

from ogp_cli.checks.comparison import compared
from ogp_cli.problem import Level

LEVEL: Level = "error"
NEEDS = {"meetings"}

check = compared("merge-target")

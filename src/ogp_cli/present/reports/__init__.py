"""The formats of `ogp check`, one file each: a report becomes text.

To add one, add its file, with a function `render`, and its name here. It is imported when somebody
asks for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogp_cli.present.reports.report import CheckReport

REPORTS = ("text", "json", "github", "gitlab", "sarif", "junit")


def render(name: str, report: "CheckReport") -> str:
    """Return a report in one of the formats."""
    rendered: str = import_module(f"{__name__}.{name}").render(report)
    return rendered

"""What `ogp status` prints: one file a format, each from the overview to text."""

from collections.abc import Callable

from ogp_cli.output.status import json, table
from ogp_cli.output.status.overview import Overview, overview

FORMATS: dict[str, Callable[[Overview], str]] = {"table": table.render, "json": json.render}

__all__ = ["FORMATS", "Overview", "overview"]

"""What `ogp check` prints: one file a format, each from the report to text."""

from collections.abc import Callable

from ogp_cli.output.problems import json, text
from ogp_cli.output.problems.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {"text": text.render, "json": json.render}

__all__ = ["FORMATS", "Report"]

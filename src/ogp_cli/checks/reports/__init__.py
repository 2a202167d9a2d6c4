"""What `ogp check` prints: one file a format, each from the report to text."""

from collections.abc import Callable

from ogp_cli.checks.reports import github, gitlab, json, junit, sarif, text
from ogp_cli.checks.reports.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
}

# What a forge reads names its files from the top of the repository, not of the data.
FORGES = {"github", "gitlab", "sarif"}

__all__ = ["FORGES", "FORMATS", "Report"]

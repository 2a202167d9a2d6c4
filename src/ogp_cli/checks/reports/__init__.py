"""The formats of `ogp check`, one file each: a report becomes text."""

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

__all__ = ["FORMATS", "Report"]

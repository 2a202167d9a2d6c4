"""Problems for programs. `SCHEMA` changes when a key changes its meaning or is removed."""

from dataclasses import asdict

from ogp_cli.present.reports.report import CheckReport
from ogp_cli.safe_json import dump

SCHEMA = 2


def render(report: CheckReport) -> str:
    """Return `{"schema", "problems", "summary"}`; lines and columns count from 1.

    The summary's `files` is how many were reported on, and `skipped` what the book leaves out.
    """
    summary = {
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "files": report.files,
        "strict": report.strict,
        "skipped": list(report.skipped),
    }
    problems = [
        {
            "rule": problem.rule,
            "level": problem.level,
            **asdict(problem.at),
            "message": problem.message,
            "hint": problem.hint,
            "related": list(map(asdict, problem.related)),
        }
        for problem in report.problems
    ]
    return dump({"schema": SCHEMA, "problems": problems, "summary": summary}) + "\n"

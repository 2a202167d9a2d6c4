"""Problems as a Code Quality report: GitLab shows new and solved ones in a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from ogp_cli.present.reports.report import CheckReport, fingerprints
from ogp_cli.problem import Level
from ogp_cli.safe_json import dump
from ogp_cli.terminal.clean import clean

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: CheckReport) -> str:
    """Return a JSON list with an object for every problem; the hint ends the description.

    The format has no place for the rules that were skipped.
    """
    issues = [
        {
            "description": clean(" – ".join(filter(None, (problem.message, problem.hint)))),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[problem.level],
            "location": {"path": clean(problem.at.file), "lines": {"begin": problem.at.line}},
        }
        for problem, fingerprint in zip(report.problems, fingerprints(report.problems), strict=True)
    ]
    return dump(issues) + "\n"

"""Problems as workflow commands: GitHub shows each one at its line in a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from ogp_cli.present.reports.report import CheckReport, hint_and_places
from ogp_cli.problem import Level, Problem
from ogp_cli.terminal.clean import clean

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: CheckReport) -> str:
    """Return `::error file=…,line=…,col=…,title=…::…`, a line for every problem."""
    lines = [_command(problem) for problem in report.problems]
    if report.skipped:
        lines.append(f"::notice title=ogp check::{_data(report.note)}")
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.at.file,
        "line": str(problem.at.line),
        "col": str(problem.at.column),
        "title": problem.rule,
    }
    pairs = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join([problem.message, *hint_and_places(problem)])
    return f"::{_COMMANDS[problem.level]} {pairs}::{_data(message)}"


def _data(text: str) -> str:
    """Escape the percent sign and line ends, as the runner expects."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return clean(escaped)


def _property(text: str) -> str:
    """Escape also the characters that would end a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")

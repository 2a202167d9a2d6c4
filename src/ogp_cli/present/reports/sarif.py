"""Problems as SARIF 2.1.0, the format of static analysis, for GitHub code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from ogp_cli import HOME, __version__
from ogp_cli.present.reports.report import CheckReport, fingerprints, place
from ogp_cli.problem import Level, Problem, RulePage, Spot
from ogp_cli.safe_json import dump
from ogp_cli.terminal.clean import clean

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}

Json = dict[str, object]


def render(report: CheckReport) -> str:
    """Return a log with one run: a result for every problem, and the rules that are named in it."""
    named = {problem.rule for problem in report.problems}.union(report.skipped)
    rules = {rule: page for rule, page in report.rules.items() if rule in named}
    driver = {
        "name": "ogp",
        "fullName": f"ogp {__version__}",
        "version": __version__,
        "informationUri": HOME,
        "rules": _rules(rules),
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "ogp check/"},
        "invocations": [_invocation(report.skipped, list(rules))],
        "columnKind": "unicodeCodePoints",
        "results": list(_results(report.problems, list(rules))),
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rules(rules: Mapping[str, RulePage]) -> list[Json]:
    return [
        {
            "id": rule,
            "name": "".join(map(str.capitalize, rule.split("-"))),
            "helpUri": f"{HOME}/blob/main/docs/rules.md#{rule}",
            "shortDescription": {"text": page.summary},
            "fullDescription": {"text": page.summary},
            "help": {"text": page.page},
            "defaultConfiguration": {"level": _LEVELS[page.level]},
        }
        for rule, page in rules.items()
    ]


def _invocation(skipped: Iterable[str], rules: list[str]) -> Json:
    """Return that the tool did its work, and which rules were switched off."""
    descriptors = ({"id": rule, "index": rules.index(rule)} for rule in skipped)
    off = {"enabled": False}
    overrides = [{"descriptor": each, "configuration": off} for each in descriptors]
    found: Json = {"executionSuccessful": True}
    return found | {"ruleConfigurationOverrides": overrides} if overrides else found


def _results(problems: list[Problem], rules: list[str]) -> Iterator[Json]:
    for problem, fingerprint in zip(problems, fingerprints(problems), strict=True):
        result: Json = {
            "ruleId": problem.rule,
            "ruleIndex": rules.index(problem.rule),
            "level": _LEVELS[problem.level],
            "message": {"text": "\n".join(_lines(problem))},
            "locations": [{"physicalLocation": _location(problem.at)}],
            "partialFingerprints": {"ruleFileMessage/v1": fingerprint},
        }
        related = [
            {"id": number, "physicalLocation": _location(spot)}
            for number, spot in enumerate(problem.related, 1)
        ]
        if related:
            result["relatedLocations"] = related
        yield result


def _lines(problem: Problem) -> Iterator[str]:
    yield _plain(problem.message)
    if problem.hint:
        yield _plain(problem.hint)
    # GitHub shows a related location only if the message links to it by its id.
    for number, spot in enumerate(problem.related, 1):
        text = re.sub(r"[\\\[\]]", r"\\\g<0>", clean(place(spot)))
        yield f"→ [{text}]({number})"


def _plain(text: str) -> str:
    """Return a text of the data as a message, in which `[…](…)` would be a link."""
    return clean(text).replace("](", "]\\(")


def _location(spot: Spot) -> Json:
    # A file name need not be Unicode text; every other one encodes as the standard says.
    uri = quote(spot.file, safe="/", errors="surrogatepass")
    region = {"startLine": spot.line, "startColumn": spot.column}
    if spot.end_column:
        region |= {"endLine": spot.line, "endColumn": spot.end_column}
    return {"artifactLocation": {"uri": uri}, "region": region}

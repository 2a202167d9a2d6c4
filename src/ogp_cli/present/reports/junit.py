"""Problems as JUnit XML, for what shows test reports: a suite a file, a test case a problem.

What makes the check fail is a failed test: an error, and with `--strict` a warning. Any other
problem is a passed test, whose output says the same: Jenkins shows it, and GitLab the test's name,
which holds the message. A rule that the book skips is a skipped test.

There is no standard; the schema of Jenkins is followed (junit-10.xsd of its xUnit plugin), and
GitLab reads the same: it tells test cases apart by class and name, and shows what stands inside
`failure` and `skipped`.
"""

from posixpath import splitext
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ogp_cli.present.reports.report import CheckReport, hint_and_places, occurrences, place
from ogp_cli.problem import Problem
from ogp_cli.terminal.clean import clean


def render(report: CheckReport) -> str:
    """Return the report as XML; where there is nothing to say, with one passed test."""
    root = Element("testsuites", name="ogp check")
    files: dict[str, list[Problem]] = {}
    for problem in report.problems:
        files.setdefault(clean(problem.at.file), []).append(problem)
    for file, problems in files.items():
        _add_suite(root, file, problems, report)
    if report.skipped or not report.problems:
        _add_own_suite(root, report)
    for element in (*root, root):
        _add_counts(element)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_own_suite(root: Element, report: CheckReport) -> None:
    suite = SubElement(root, "testsuite", name="ogp check")
    if not report.problems:
        SubElement(suite, "testcase", classname="ogp", name="check")
    for rule in report.skipped:
        case = SubElement(suite, "testcase", classname="ogp", name=rule)
        SubElement(case, "skipped").text = report.rules[rule].summary


def _add_suite(root: Element, file: str, problems: list[Problem], report: CheckReport) -> None:
    suite = SubElement(root, "testsuite", name=file)
    # Jenkins takes what follows the last dot for the class, and the rest for its package.
    classname = splitext(file)[0]
    names = [clean(f"{problem.rule}: {problem.message}") for problem in problems]
    for problem, name, before in zip(problems, names, occurrences(names), strict=True):
        unique = f"{name} ({before + 1})" if before else name
        case = SubElement(suite, "testcase", classname=classname, name=unique)
        _add_problem(case, problem, is_failure=report.is_failure(problem))


def _add_problem(case: Element, problem: Problem, *, is_failure: bool) -> None:
    if is_failure:
        told = SubElement(case, "failure", type=problem.rule, message=clean(problem.message))
    else:
        told = SubElement(case, "system-out")
    first = f"{place(problem.at)}: {problem.level}[{problem.rule}]: {problem.message}"
    told.text = "\n".join(map(clean, [first, *hint_and_places(problem)]))


def _add_counts(element: Element) -> None:
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    element.set("failures", str(sum(1 for _ in element.iter("failure"))))
    element.set("errors", "0")
    if element.tag == "testsuite":
        element.set("skipped", str(sum(1 for _ in element.iter("skipped"))))

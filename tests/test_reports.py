"""The reports of half-years: `ogp new report`, and what institutions write into it."""

import json
import re
import subprocess
from urllib.parse import quote

import pytest
import yaml
from acts import REVISION, Book
from conftest import Until
from test_completion import offered

FRESH = """\
# فوق كل معلم: أجل إنجازه وعنوانه.
# completion: not-started (لم يبدأ), limited (محدود), substantial (متقدم), complete (مكتمل)
commitments:
  # c1. نشر الميزانية والصفقات
  c1:
    reported:
    completion:
    milestones:
      # يونيو 2025 – إعداد البوابة
      1:
      # دجنبر 2025 – نشر المعطيات
      2:
    done: []
    challenges:
    evidence: []
  # c2. منصة للمشاركة المواطنة
  c2:
    reported:
    completion:
    done: []
    challenges:
    evidence: []
"""
FILLED = {
    "    reported:\n": "    reported: 2025-07-01\n",
    "    completion:\n": "    completion: limited\n",
    "    done: []\n": "    done:\n    - ورشة\n",
    "    challenges:\n": "    challenges: لا شيء\n",
    "    evidence: []\n": "    evidence:\n    - title: وثيقة\n",
}


@pytest.fixture
def book(until: Until) -> Book:
    """Return a book whose plan has four commitments, the first with two milestones."""
    return until("card")


def git(book: Book, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *names, *arguments], cwd=book.root, check=True, capture_output=True)


def commitments_of(report: str) -> list[str]:
    return re.findall(r"^  (\w+):$", report, re.MULTILINE)


def test_a_new_report_has_every_commitment_and_milestone(book: Book) -> None:
    assert book.ogp("new", "report", cwd=book.root).out == "created data/reports/2025-06.yaml\n"
    text = book.read("reports/2025-06.yaml")
    assert text[: len(FRESH)] == FRESH
    assert commitments_of(text) == ["c1", "c2", "c3", "c4"]


def test_a_new_report_says_nothing_yet(book: Book) -> None:
    before = book.ogp("check", "--format", "json", cwd=book.root).out
    shown = book.status()
    assert book.ogp("new", "report", cwd=book.root).code == 0
    after = book.ogp("check", "--format", "json", cwd=book.root).out
    assert re.sub(r'"files": \d+', "", after) == re.sub(r'"files": \d+', "", before)
    assert book.status() == shown


LAST = """\
commitments:
  c1:
    reported: 2025-07-15
    completion: limited
    stated: {ar: 'قيد الإنجاز: نعم', fr: en cours}
    percentage: 0
    milestones:
      1: complete
      2: {completion: not-started, stated: لم ينطلق، بعد, challenges: مسطرة الصفقات}
"""


def test_a_new_report_has_the_words_of_the_last_one(book: Book) -> None:
    """They are comments; without the #, they say what the last report said."""
    book.write("reports/2025-06.yaml", LAST)
    assert book.ogp("new", "report", cwd=book.root).out == "created data/reports/2025-12.yaml\n"
    text = book.read("reports/2025-12.yaml")
    assert "    completion:  # limited\n" in text
    empty = yaml.safe_load(text)["commitments"]["c1"]
    assert (empty["completion"], empty["stated"], empty["milestones"]) == (
        None,
        None,
        {1: None, 2: None},
    )
    book.agrees()
    kept = yaml.safe_load(text.replace(":  # ", ": "))["commitments"]["c1"]
    before = yaml.safe_load(LAST)["commitments"]["c1"]
    assert kept["milestones"][2].items() < before["milestones"].pop(2).items()
    assert kept["milestones"].pop(2)
    keys = ("completion", "stated", "percentage", "milestones")
    assert {key: kept[key] for key in keys} == {key: before[key] for key in keys}

    (book.root / "data/reports/2025-12.yaml").unlink()
    move = "date: 2025-10-01\nkind: act\ndecisions:\n- amend: [c1]\n  move: {2: 2026-Q1}\n"
    book.hold(move)
    assert book.ogp("new", "report", cwd=book.root).code == 0
    assert "      # الربع الأول من سنة 2026 – نشر المعطيات\n" in book.read("reports/2025-12.yaml")


def test_without_a_half_year_it_is_the_first_that_lacks_a_report(book: Book) -> None:
    for period in ("2025-06", "2025-12", "2026-06"):
        made = book.ogp("new", "report", cwd=book.root)
        assert made.out == f"created data/reports/{period}.yaml\n"
    refused = book.ogp("new", "report", cwd=book.root)
    assert refused.code == 2
    assert "every half-year of the plan has its report\n  hint: add the half-year" in refused.err


def test_a_plan_without_half_years_has_to_be_told(book: Book) -> None:
    plan = book.read("plan.yaml").replace("periods: [2025-06, 2025-12, 2026-06]\n", "")
    book.write("plan.yaml", plan)
    refused = book.ogp("new", "report", cwd=book.root)
    assert (refused.code, "Invalid value for PERIOD: it is missing." in refused.err) == (2, True)
    assert book.ogp("new", "report", "2027-12", cwd=book.root).code == 0


def test_a_half_year_before_the_adoption_has_nothing_to_report(book: Book) -> None:
    book.write("plan.yaml", book.read("plan.yaml").replace("[2025-06", "[2024-12, 2025-06"))
    refused = book.ogp("new", "report", "2024-12", cwd=book.root)
    assert refused.code == 2
    assert "no commitment to report on by the end of 2024-12" in refused.err
    assert "2025-06" in book.ogp("new", "report", cwd=book.root).out


def test_a_commitment_is_reported_on_until_it_is_withdrawn(until: Until) -> None:
    lived = until("withdrawal")
    lived.write("plan.yaml", lived.read("plan.yaml").replace("2026-06]", "2026-06, 2026-12]"))
    assert lived.ogp("new", "report", cwd=lived.root).out == "created data/reports/2026-12.yaml\n"
    assert commitments_of(lived.read("reports/2026-12.yaml")) == ["c1", "c2", "c3"]
    (lived.root / "data/reports/2026-06.yaml").unlink()
    assert lived.ogp("new", "report", cwd=lived.root).out == "created data/reports/2026-06.yaml\n"
    assert commitments_of(lived.read("reports/2026-06.yaml")) == ["c1", "c2", "c3", "c4"]


def test_git_merges_what_two_institutions_fill_in(book: Book) -> None:
    book.ogp("new", "report", cwd=book.root)
    git(book, "init", "--quiet", "--initial-branch=main")
    git(book, "add", ".")
    git(book, "commit", "--quiet", "-m", "report")
    path = book.root / "data/reports/2025-06.yaml"
    empty = path.read_text(encoding="utf-8")
    for name in ("c1", "c2", "c3", "c4"):
        git(book, "checkout", "--quiet", "-b", name, "main")
        before, start, own = empty.partition(f"  {name}:\n")
        for line, filled in FILLED.items():
            own = own.replace(line, filled, 1)
        path.write_text(before + start + own, encoding="utf-8")
        git(book, "commit", "--quiet", "-am", name)
    git(book, "checkout", "--quiet", "main")
    for name in ("c2", "c1", "c4", "c3"):
        git(book, "merge", "--quiet", "--no-edit", name)
    merged = empty
    for line, filled in FILLED.items():
        merged = merged.replace(line, filled)
    assert path.read_text(encoding="utf-8") == merged
    book.agrees()


@pytest.mark.parametrize(
    ("period", "message"),
    [
        ("june", "“june” is not a half-year"),
        ("2025-13", "“2025-13” is not a half-year"),
        ("2025-06-30", "“2025-06-30” is not a half-year"),
        ("../2025-06", "“../2025-06” is not a half-year"),
        ("", "“” is not a half-year"),
        ("2030-06", "2030-06 is not among the half-years of the plan: 2025-06, 2025-12, 2026-06"),
        ("2025-06", "the report of 2025-06 has a file already"),
        ("2025-12", "the report of 2025-12 has a file already"),
    ],
)
def test_a_report_that_cannot_be(book: Book, period: str, message: str) -> None:
    book.write("reports/2025-06.yaml", "commitments: {}\n")
    book.write("reports/2025-12.yml", "commitments: [\n")  # which cannot be read
    refused = book.ogp("new", "report", period, cwd=book.root)
    assert refused.code == 2
    assert message in refused.err
    assert len([*(book.root / "data/reports").iterdir()]) == 2


@pytest.mark.parametrize("period", [[], ["2025-06"]])
def test_before_the_adoption_nothing_is_reported(until: Until, period: list[str]) -> None:
    lived = until("second meeting")
    refused = lived.ogp("new", "report", *period, cwd=lived.root)
    assert refused.code == 2
    assert "the plan has not been adopted yet\n  hint: a meeting adopts it" in refused.err


def test_an_adoption_need_not_be_posted_first(book: Book) -> None:
    for file in (book.root / "data/commitments").glob("c*.yaml"):
        file.unlink()
    assert book.ogp("new", "report", cwd=book.root).code == 0
    assert commitments_of(book.read("reports/2025-06.yaml")) == ["c1", "c2", "c3", "c4"]


def test_ids_of_milestones_are_read_back_as_they_were(book: Book) -> None:
    ids = ["1", "1.1", "1.10", "1.2.3", "010", "a", "true", "null", "1_0", "0x1F", "2025-06", "1e3"]
    card = book.read("commitments/c1.yaml")
    before, _, after = card.partition("- {id: 1, ")
    lines = [f"- {{id: '{each}', title: م}}\n" for each in ids]
    book.write("commitments/c1.yaml", before + "".join(lines) + after[after.index("status:") :])
    assert book.ogp("new", "report", cwd=book.root).code == 0
    text = book.read("reports/2025-06.yaml")
    title = "      # م\n"
    assert f"      '1.1':\n{title}      '1.10':\n{title}      1.2.3:\n" in text
    book.write(
        "reports/2025-06.yaml", re.sub(r"^(      \S+:)$", r"\1 limited", text, flags=re.MULTILINE)
    )
    book.agrees()
    meeting = "date: 2025-09-20\nkind: public\npresented: 2025-06\n"
    book.write("meetings/2025-09-20.yaml", meeting)
    assert book.ogp("post", cwd=book.root).code == 0
    assert book.read("reports/2025-06.yaml").count(": limited\n") == len(ids)
    book.agrees()


def test_an_id_that_the_card_has_twice_is_asked_for_once(book: Book) -> None:
    card = book.read("commitments/c1.yaml").replace("- {id: 2, ", "- {id: 1, ")
    book.write("commitments/c1.yaml", card)
    assert book.ogp("new", "report", cwd=book.root).code == 0
    assert re.findall(r"^      (\S+):$", book.read("reports/2025-06.yaml"), re.MULTILINE) == ["1"]


def test_a_title_stays_in_its_comment(book: Book) -> None:
    wild = '"a\\nc9: {}\\u2028b\\u0085c # d\\te"'
    adoption = book.read("meetings/2025-01-20.yaml")
    title = re.sub(r"title: منصة[^}]*", lambda _: f"title: {wild}", adoption)
    book.write("meetings/2025-01-20.yaml", title)
    assert book.ogp("new", "report", cwd=book.root).code == 0
    assert "  # c2. a c9: {} b c # d e\n  c2:\n" in book.read("reports/2025-06.yaml")


def test_a_shell_offers_the_half_years_without_a_report(book: Book) -> None:
    book.write("reports/2025-12.yaml", "commitments: {}\n")
    said = offered(book.ogp, "ogp new report 20", book.root, kind="bash")
    assert said.split() == ["2025-06", "2026-06"]


def test_a_shell_offers_the_commitments_of_the_plan_by_their_ids(book: Book) -> None:
    assert offered(book.ogp, "ogp show c", book.root, kind="bash").split() == [
        "c1",
        "c2",
        "c3",
        "c4",
    ]
    assert offered(book.ogp, "ogp show 1", book.root, kind="bash").split() == ["1", "10"]


def test_files_of_reports_are_counted_and_the_others_are_named(book: Book) -> None:
    files = int(book.ogp("check", cwd=book.root).out.rpartition("Files: ")[2].split(".")[0])
    book.ogp("new", "report", cwd=book.root)
    book.write("reports/2025-12.YAML", "commitments: {}\n")
    book.write("reports/old/2024-06.yaml", "commitments: {}\n")
    checked = book.ogp("check", cwd=book.root).out
    assert f"Files: {files + 1}. " in checked
    stray = re.findall(r"^(\S+?):.*\[stray-file\]", checked, re.MULTILINE)
    assert stray == ["data/reports/2025-12.YAML", "data/reports/old/2024-06.yaml"]


def test_125_milestones_on_three_levels_in_five_commitments(book: Book) -> None:
    book.hold(REVISION)
    ids = [f"{a}{b}" for a in range(1, 6) for b in ("", ".1", ".2", ".2.1", ".2.10")]
    lines = [f"- {{id: {each}, title: معلم, start: 2025-02, due: 2028-12}}\n" for each in ids]
    first = book.read("commitments/c1.yaml")
    start, _, rest = first.partition("milestones:\n")
    book.write("commitments/c1.yaml", start + rest[rest.index("status: ") :])
    names = ["c1", "c2", "c3", "c4", "c5"]
    for name in names:
        book.add(f"commitments/{name}.yaml", "".join(["milestones:\n", *lines]))
    book.write("plan.yaml", book.read("plan.yaml").replace("2026-06]", "2026-06, 2026-12]"))
    assert book.ogp("new", "report", "2026-12", cwd=book.root).code == 0
    report = book.read("reports/2026-12.yaml")
    assert commitments_of(report) == names
    milestone = re.compile(r"^      '?([\d.]+)'?:$", re.MULTILINE)
    assert [each.strip() for each in milestone.findall(report)] == ids * len(names)
    done = milestone.sub(r"      '\1': complete", report)
    book.write("reports/2026-12.yaml", done.replace("completion:\n", "completion: complete\n"))
    book.agrees()
    assert book.ogp("new", "report", "2026-06", cwd=book.root).code == 0
    assert commitments_of(book.read("reports/2026-06.yaml")) == names[:4]  # c5 came later
    move = "- {amend: [c2], move: {1.2.10: 2028-01, 5.2: 2027}, reason: تأخير}\n"
    book.hold(f"date: 2026-12-01\nkind: act\ndecisions:\n{move}")
    moved = "2026-12-01: [amended milestone 1.2.10, amended milestone 5.2]"
    assert moved in book.read("commitments/c2.yaml")
    facts = json.loads(book.ogp("show", "c2", "--format", "json", cwd=book.root).out)
    due = {each["id"]: each["due"] for each in facts["milestones"]}
    assert (due["1.2.10"], due["5.2"], due["5"]) == ("2028-01", "2027", "2028-12")


@pytest.mark.parametrize(
    ("link", "usual"),
    [
        ("https://example.org/Access Plan.pdf", "https://example.org/Access%20Plan.pdf"),
        ("https://example.org/a  b?c=1 2#d", "https://example.org/a%20%20b?c=1%202#d"),
        ("https://example.org/خطة العمل", "https://example.org/" + quote("خطة العمل")),
    ],
)
def test_a_space_in_a_link_is_written_as_addresses_have_it(
    book: Book, link: str, usual: str
) -> None:
    evidence = f"commitments:\n  c1:\n    evidence:\n    - {{title: Plan, link: '{link}'}}\n"
    book.write("reports/2025-06.yaml", evidence)
    found = json.loads(book.ogp("check", "--format", "json", cwd=book.root).out)["problems"]
    (hint,) = (each["hint"] for each in found if "is not a link" in each["message"])
    assert hint == f"write it as {usual}"


def test_a_new_report_names_milestones_for_every_reader(book: Book) -> None:
    card = book.read("commitments/c1.yaml").replace("{id: 2,", "{id: '1.10',")
    book.write("commitments/c1.yaml", card)
    assert book.ogp("new", "report", "2025-06", cwd=book.root).code == 0
    report = yaml.safe_load(book.read("reports/2025-06.yaml"))
    assert [*report["commitments"]["c1"]["milestones"]] == [1, "1.10"]

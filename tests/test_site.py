"""`ogp site`: the public site of a book, as a browser, a reader of feeds and a host read it."""

import gzip
import hashlib
import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import html5lib
import pytest
from conftest import FRENCH, ROOT, Ogp, Until, adopted_book, in_process, some

EXAMPLE = ROOT / "examples/adopted"
BOOKS = {"french": FRENCH, "shipped": ROOT, "example": EXAMPLE}
HTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
PLAN = "title: Plan\ncountry: XA\nlanguage: en\ntime_zone: UTC\ncommittee: C\n"
ASSETS = ["site.css", "text.woff2"]  # that each page loads
BASE = "https://example.org/plan/"


class Sites(dict[str, Path]):
    """The sites of the books, and of the example at an address, each written when asked for."""

    def __init__(self, ogp: Ogp, folder: Path) -> None:
        self.ogp, self.folder = ogp, folder

    def __missing__(self, name: str) -> Path:
        book, options = BOOKS.get(name, EXAMPLE), [] if name in BOOKS else ["--base-url", name]
        site = self.folder / str(len(self))
        done = self.ogp("site", "-o", site, "--no-documents", *options, cwd=book)
        assert (done.code, done.err) == (0, "")
        return self.setdefault(name, site)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Return the sites that tests only read."""
    with pytest.MonkeyPatch.context() as patch:
        yield Sites(in_process(patch), tmp_path_factory.mktemp("sites"))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def parse(file: Path) -> Any:
    return html5lib.HTMLParser(strict=True).parse(file.read_bytes())


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def xml(file: Path) -> ET.Element:
    return ET.fromstring(text(file))  # noqa: S314 - our own


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("name", some(1, BOOKS))
def test_every_page_is_valid_and_leads_somewhere(sites: Sites, name: str) -> None:
    ids, links = {}, []
    for file in pages(sites[name]):
        page = parse(file)
        found = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(found) == len(set(found)), file
        ids[file.as_uri()] = set(found)
        here = file.as_uri()
        links += [(here, each.get("href")) for each in page.iter() if each.get("href")]
    for here, href in links:
        if href.startswith(("data:", "http:", "https:")):
            continue
        target, _, fragment = urljoin(here, href).partition("#")
        assert Path(unquote(target.removeprefix("file://"))).is_file(), (here, href)
        assert not fragment or fragment in ids[target] or f"#{fragment}" == href, (here, href)


@pytest.mark.parametrize("name", some(1, BOOKS))
def test_pages_are_in_order_and_load_nothing_from_elsewhere(sites: Sites, name: str) -> None:
    for file in pages(sites[name]):
        page = parse(file)
        levels = [
            int(each.tag[-1]) for each in page.iter() if re.fullmatch(f"{HTML}h[1-6]", each.tag)
        ]
        assert levels.count(1) == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels)), file
        assert not [each for each in page.iter() if each.get("style") or each.get("src")], file
        loaded = [
            each.get("href")
            for each in page.iter(f"{HTML}link")
            if each.get("rel") in {"stylesheet", "icon"}
        ]
        assert all(each.startswith(("../", "assets/", "data:image")) for each in loaded), file
        policy = next(
            each.get("content") for each in page.iter(f"{HTML}meta") if each.get("http-equiv")
        )
        assert "unsafe" not in policy
        for script in page.iter(f"{HTML}script"):
            digest = hashlib.sha256(script.text.encode()).digest()
            assert f"'sha256-{b64encode(digest).decode()}'" in policy


def test_the_home_page_says_what_became_of_the_proposals(sites: Sites) -> None:
    page = parse(sites["shipped"] / "index.html")
    assert words(next(page.iter(f"{HTML}h1"))) == "27 مقترحا: ما مآل كل منها؟"
    tiles = [
        each
        for each in page.iter()
        if each.tag.endswith("}a") and "proposals/" in (each.get("href") or "")
    ]
    led = {each.get("href").split("/")[1] for each in tiles if each.get("href").count("/") > 1}
    assert led == {str(number) for number in range(1, 28)}
    carried_out = parse(sites[BASE] / "fr" / "index.html")
    assert words(next(carried_out.iter(f"{HTML}h1"))).startswith("11 engagements au plan")


def test_a_proposal_says_what_became_of_it_and_what_waits(sites: Sites) -> None:
    waiting = text(sites["shipped"] / "proposals/16/index.html")
    assert "اجتماع تقرر ولم يُبرمج" in waiting
    cancelled = text(sites["shipped"] / "proposals/22/index.html")
    assert "عدم توفر بعد الانفتاح على المواطن" in cancelled
    adopted = text(sites[BASE] / "en/proposals/16/index.html")
    assert "It became a commitment of the plan" in adopted
    assert 'href="../../commitments/c7/index.html"' in adopted


def test_a_commitment_shows_what_moved_what_shows_it_and_what_the_irm_found(
    sites: Sites,
) -> None:
    page = words(parse(sites[BASE] / "en/commitments/c1/index.html"))
    assert "moved from December 2025 to June 2026" in page
    assert "reported by the institution for the first half of 2026" in page
    assert "What the Independent Reporting Mechanism found" in page
    dropped = text(sites[BASE] / "en/commitments/c4/index.html")
    assert re.search(r'<li id="m2\.1" class="[^"]*\bpart"', dropped)
    assert re.search(r'<li id="m4" class="[^"]*\bdropped"', dropped)


def test_an_added_milestone_says_so(sites: Sites) -> None:
    page = text(sites[BASE] / "en/commitments/c2/index.html")
    added = page[page.index('<li id="m5"') :].partition("</li>")[0]
    assert "<b>added</b>" in added


@pytest.mark.slow
def test_each_report_of_the_irm_has_its_findings(ogp: Ogp, tmp_path: Path) -> None:
    book = shutil.copytree(EXAMPLE, tmp_path / "book")
    file = book / "data/commitments/c1.yaml"
    report = (
        "- report: results-report\n  date: 2026-09-01\n  completion: limited\nstatus: adopted\n"
    )
    file.write_text(text(file).replace("status: adopted\n", report), encoding="utf-8")
    assert ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=book).err == ""
    for language, names in {
        "en": ("Action plan review", "Results report"),
        "fr": ("Examen du plan d’action", "Rapport de résultats"),
    }.items():
        page = parse(tmp_path / "site" / language / "commitments/c1/index.html")
        irm = next(each for each in page.iter() if each.get("aria-labelledby") == "irm")
        said = words(irm)
        assert all(name in said for name in names)
        assert "results-report" not in said


@pytest.mark.slow
def test_a_plan_without_half_years_shows_those_that_were_reported(ogp: Ogp, tmp_path: Path) -> None:
    book = shutil.copytree(EXAMPLE, tmp_path / "book")
    plan = book / "data/plan.yaml"
    lines = [each for each in text(plan).splitlines() if not each.startswith("periods:")]
    plan.write_text("\n".join(lines), encoding="utf-8")
    assert ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=book).code == 0
    page = parse(tmp_path / "site/en/index.html")
    heads = [words(each) for each in page.iter(f"{HTML}th") if each.get("scope") == "col"]
    assert heads[1:4] == ["1st half 2025", "2nd half 2025", "1st half 2026"]
    assert "2nd half 2026" not in heads


def test_results_lead_to_the_commitments_that_they_are_about(sites: Sites) -> None:
    minutes = parse(sites[BASE] / "en/meetings/2025-09-18/index.html")
    heads = [each for each in minutes.iter(f"{HTML}th") if each.get("scope") == "row"]
    links = [link.get("href") for head in heads for link in head.iter(f"{HTML}a")]
    assert links[:2] == ["../../commitments/c1/index.html", "../../commitments/c2/index.html"]


def test_the_milestones_as_they_are_now_come_before_those_adopted(sites: Sites) -> None:
    page = words(parse(sites[BASE] / "en/data/index.html"))
    now = page.index("The milestones and when they are duecsv/present_milestones.csv")
    assert now < page.index("The milestones as adoptedcsv/milestones.csv")
    assert "csv/reported_evidence.csv" in page
    assert "csv/irm.csv" in page


@pytest.mark.slow
def test_only_a_licence_lets_files_be_used_again(ogp: Ogp, sites: Sites, tmp_path: Path) -> None:
    assert "in files to download" in words(parse(sites[BASE] / "en/data/index.html"))
    book = shutil.copytree(EXAMPLE, tmp_path / "book")
    with (book / "data/plan.yaml").open("a", encoding="utf-8") as file:
        file.write("licence: CC-BY-4.0\n")
    assert ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=book).code == 0
    for page in ("index.html", "data/index.html"):
        assert "files that you may use again" in words(parse(tmp_path / "site/en" / page))


def test_nothing_is_to_come_of_a_commitment_that_was_withdrawn(sites: Sites) -> None:
    rows = parse(sites[BASE] / "en/index.html").iter(f"{HTML}tr")
    gone = next(words(each) for each in rows if each.get("class") == "gone")
    assert "withdrawn" in gone
    assert "to come" not in gone


def test_the_list_of_meetings_counts_decisions_as_the_minutes_number_them(sites: Sites) -> None:
    cards = [*parse(sites[BASE] / "en/meetings/index.html").iter(f"{HTML}li")]
    adoption = next(words(each) for each in cards if "21 November 2024" in words(each))
    assert adoption.endswith("16 decisions · minutes approved on 20 February 2025")
    assert "Decision 16" in text(sites[BASE] / "en/meetings/2024-11-21/index.html")


def test_what_is_overdue_is_said_and_found(sites: Sites) -> None:
    site = sites[BASE] / "en"
    assert '<a href="calendar/index.html#past">2 overdue milestones</a>' in text(
        site / "index.html"
    )
    calendar = words(parse(site / "calendar/index.html")).partition("Past dates")
    assert "overdue" not in calendar[0]
    assert calendar[2].count("overdue") == 2
    institution = words(parse(site / "institutions/ministry-d/index.html"))
    coming, _, past = institution.partition("Past dates")
    assert "Scheduled dates" in coming
    assert "Milestone 1 is overdue" in past


def test_a_proposal_left_out_names_the_meeting_that_adopted_the_plan(sites: Sites) -> None:
    for name in ("7", "21"):
        page = words(parse(sites[BASE] / f"en/proposals/{name}/index.html"))
        assert "Decided at the meeting of 21 November 2024" in page


def test_a_half_year_without_a_report_leaves_a_trace(sites: Sites) -> None:
    page = words(parse(sites[BASE] / "en/commitments/c11/index.html"))
    assert "Second half of 2025nothing was reported" in page
    withdrawn = words(parse(sites[BASE] / "en/commitments/c9/index.html"))
    assert "nothing was reported" not in withdrawn


def test_a_milestone_that_is_due_later_is_not_asked_for_yet(sites: Sites) -> None:
    page = text(sites[BASE] / "en/commitments/c1/index.html")
    last = page[page.index('<li id="m4"') :].partition("</li>")[0]
    assert "November 2027" in last
    assert "not due yet" in last
    assert "not reported" not in last


def test_minutes_on_the_site_have_no_room_for_signatures(sites: Sites) -> None:
    found = [text(file) for file in pages(sites[BASE]) if "/meetings/" in file.as_posix()]
    assert found
    assert not any("sec-signatures" in each for each in found)


@pytest.mark.parametrize("name", some(1, BOOKS))
def test_a_page_weighs_60_kilobytes_at_most(sites: Sites, name: str) -> None:
    site = sites[name]
    shared = [gzip.compress((site / "assets" / each).read_bytes()) for each in ASSETS]
    common = sum(map(len, shared))
    weights = {file: len(gzip.compress(file.read_bytes())) + common for file in pages(site)}
    assert {file: weight for file, weight in weights.items() if weight > 60_000} == {}


def test_what_the_book_has_nothing_for_is_left_out(sites: Sites) -> None:
    there = {each.name for each in sites["shipped"].iterdir()}
    assert "commitments" not in there
    assert "fr" not in there
    assert {"proposals", "meetings", "calendar.ics", "changes.atom", "data"} <= there
    assert "sitemap.xml" not in there


@pytest.mark.parametrize("name", some(1, BOOKS))
def test_the_same_book_gives_the_same_bytes(
    ogp: Ogp, sites: Sites, tmp_path: Path, name: str
) -> None:
    ogp("site", "-o", tmp_path, "--no-documents", cwd=BOOKS[name], TZ="Asia/Tokyo", LANG="fr")
    files = [each.relative_to(tmp_path) for each in tmp_path.rglob("*") if each.is_file()]
    assert files
    assert [
        each
        for each in files
        if (tmp_path / each).read_bytes() != (sites[name] / each).read_bytes()
    ] == []


@pytest.mark.slow
def test_another_language_moves_no_address(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    ogp("site", "-o", tmp_path / "one", "--no-documents", cwd=book)
    plan = book / "data/plan.yaml"
    plan.write_text(f"{text(plan)}languages: [fr, en, tzm]\n", encoding="utf-8")
    ogp("site", "-o", tmp_path / "two", "--no-documents", cwd=book)
    one, two = (
        {each.relative_to(site).as_posix() for each in pages(site)}
        for site in (tmp_path / "one", tmp_path / "two")
    )
    assert "commitments/c1/index.html" in one
    assert two == one | {f"fr/{each}" for each in one - {"404.html"}}


def test_names_are_published_only_where_the_book_says_so(
    ogp: Ogp, book: Path, tmp_path: Path
) -> None:
    ogp("site", "-o", tmp_path, cwd=book)
    found = b"".join(
        each.read_bytes()
        for each in tmp_path.rglob("*")
        if each.suffix in {".html", ".atom", ".ics", ".csv"}
    )
    assert "وئام".encode() not in found
    minutes = tmp_path / "meetings/2024-03-21"
    assert "وكالة التنمية الرقمية" in text(minutes / "index.html")
    assert {each.name for each in minutes.iterdir()} == {
        "index.html",
        "minutes.docx",
        "minutes.pdf",
    }
    plan = book / "data/plan.yaml"
    plan.write_text(f"{text(plan)}publish: [names]\n", encoding="utf-8")
    ogp("site", "-o", tmp_path, "--no-documents", cwd=book)
    assert "وئام" in text(minutes / "index.html")


def test_an_institution_whose_people_are_not_named_stands_once(sites: Sites) -> None:
    page = parse(sites["shipped"] / "meetings/2024-03-21/index.html")
    section = next(
        each for each in page.iter(f"{HTML}section") if each.get("class") == "sec-participants"
    )
    said = [words(each).rstrip("؛.") for each in section.iter(f"{HTML}li")]
    assert len(said) == len(set(said)) > 5


def test_texts_of_the_data_stay_texts(ogp: Ogp, hostile: Path, tmp_path: Path) -> None:
    assert ogp("site", "-o", tmp_path, "--no-documents", cwd=hostile).code == 0
    for file in pages(tmp_path):
        page = parse(file)
        assert [each for each in page.iter(f"{HTML}b") if words(each) == "bold"] == []
        scripts = [each.text for each in page.iter(f"{HTML}script")]
        assert not scripts or "alert" not in scripts[0]
        assert not [
            each for each in page.iter() if any(key.startswith("on") for key in each.attrib)
        ], file
        links = [each.get("href") for each in page.iter(f"{HTML}a") if each.get("href")]
        assert not [
            each
            for each in links
            if ":" in each.partition("/")[0] and not each.startswith(("http:", "https:"))
        ], file
    assert "<script>alert" not in "".join(map(text, pages(tmp_path)))
    assert "&lt;script&gt;alert(1)" in "".join(map(text, pages(tmp_path)))
    for feed in tmp_path.rglob("*.atom"):
        xml(feed)


def test_a_book_with_errors_is_a_draft_on_every_page(ogp: Ogp, tmp_path: Path) -> None:
    book = adopted_book(tmp_path)
    file = book / "data/commitments/1.yaml"
    file.write_text(text(file).replace("status: adopted", "status: merged"), encoding="utf-8")
    done = ogp("site", "-o", tmp_path / "site", "--strict", cwd=book)
    assert done.code == 1
    assert not (tmp_path / "site").exists()
    done = ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=book)
    assert done.code == 0
    assert "the site is a draft" in done.err
    for each in pages(tmp_path / "site"):
        page = parse(each)
        assert [found for found in page.iter(f"{HTML}p") if found.get("class") == "draft"], each
        assert [found for found in page.iter(f"{HTML}meta") if found.get("content") == "noindex"], (
            each
        )


def test_what_is_no_longer_made_goes_and_nothing_else(ogp: Ogp, tmp_path: Path) -> None:
    book, site = adopted_book(tmp_path), tmp_path / "site"
    ogp("site", "-o", site, "--no-documents", cwd=book)
    (site / "CNAME").write_text("example.org\n")
    plan = book / "data/plan.yaml"
    plan.write_text(f"{text(plan)}languages: [en, fr]\n", encoding="utf-8")
    ogp("site", "-o", site, "--no-documents", cwd=book)
    assert (site / "fr/proposals/1/index.html").is_file()
    plan.write_text(text(plan).replace("languages: [en, fr]\n", ""), encoding="utf-8")
    ogp("site", "-o", site, "--no-documents", cwd=book)
    assert not (site / "fr").exists()
    assert (site / "CNAME").is_file()
    listed = json.loads(text(site / "site-files.json"))
    there = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    assert there - {*listed} == {"CNAME", "site-files.json"}


def test_a_file_of_somebody_else_is_not_overwritten(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    done = ogp("site", "-o", tmp_path, "--no-documents")
    assert done.code == 2
    assert text(tmp_path / "index.html") == "mine"
    assert {each.name for each in tmp_path.iterdir()} == {"index.html"}


def test_a_link_in_the_folder_is_not_followed_out_of_it(
    ogp: Ogp, book: Path, tmp_path: Path
) -> None:
    site, elsewhere = book / "public", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    (site / "proposals").symlink_to(elsewhere, target_is_directory=True)
    done = ogp("site", "-o", site, "--no-documents", cwd=book)
    assert done.code == 2
    assert not [*elsewhere.iterdir()]


@pytest.mark.parametrize("folder", some(1, [".", "data", "data/site"]))
def test_the_data_are_not_overwritten(ogp: Ogp, book: Path, folder: str) -> None:
    before = {each: each.read_bytes() for each in book.rglob("*") if each.is_file()}
    assert ogp("site", "-o", folder, "--no-documents", cwd=book).code == 2
    assert {each: each.read_bytes() for each in book.rglob("*") if each.is_file()} == before


def test_an_address_gives_a_sitemap_and_the_pages_their_own(sites: Sites) -> None:
    site = sites[BASE]
    sitemap = xml(site / "sitemap.xml")
    listed = [
        each.text or "" for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    written = {each.relative_to(site).as_posix() for each in pages(site)} - {"404.html"}
    assert {f"{each.removeprefix(BASE)}index.html" for each in listed} == written
    page = parse(site / "fr/commitments/c1/index.html")
    found = {
        each.get("hreflang") or each.get("rel"): each.get("href")
        for each in page.iter(f"{HTML}link")
    }
    assert found["canonical"] == f"{BASE}fr/commitments/c1/"
    assert found["ar"] == f"{BASE}commitments/c1/"
    lost = parse(site / "404.html")
    assert all(each.get("href").startswith((BASE, "#")) for each in lost.iter(f"{HTML}a"))


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", "https://a b", "ftp://example.org"]
)
def test_what_is_no_address_is_refused(ogp: Ogp, tmp_path: Path, address: str) -> None:
    done = ogp("site", "-o", tmp_path / "site", "--base-url", address)
    assert done.code == 2
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("base", some(1, [BASE, ""]))
def test_the_feed_is_as_rfc_4287_has_it(sites: Sites, base: str) -> None:
    site = sites[base or "example"]
    known: set[str] = set()
    for file in site.rglob("*.atom"):
        feed = xml(file)
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) > 20
        for each in (feed, *entries):
            assert all(each.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", each.findtext(f"{ATOM}updated") or "")
        ids = [each.findtext(f"{ATOM}id") or "" for each in (feed, *entries)]
        assert all(each.startswith("urn:uuid:") for each in ids)
        assert len(ids) == len(set(ids))
        assert known.isdisjoint(ids)
        known |= set(ids)
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        said = html5lib.parseFragment(entries[0].findtext(f"{ATOM}content") or "")
        assert [each.text for each in said.iter(f"{HTML}li")]
        for each in feed.iter(f"{ATOM}link"):
            href = each.get("href") or ""
            path = (
                href.removeprefix(base)
                if base
                else file.parent.relative_to(site).as_posix() + f"/{href}"
            )
            assert (site / path / ("index.html" if path.endswith("/") else "")).exists(), href


@pytest.mark.slow
def test_the_ids_of_a_feed_stay_when_the_site_moves(sites: Sites) -> None:
    one, other = (
        [each.text for each in xml(sites[name] / "changes.atom").iter(f"{ATOM}id")]
        for name in ("example", BASE)
    )
    assert one == other


def test_an_empty_book_has_a_site(ogp: Ogp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/plan.yaml").write_text(PLAN)
    (tmp_path / "data/organizations.yaml").write_text("{}\n")
    done = ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=tmp_path)
    assert done.code == 0, done.err
    assert {
        each.relative_to(tmp_path / "site").as_posix() for each in pages(tmp_path / "site")
    } >= {"index.html", "about/index.html"}
    assert not (tmp_path / "site/proposals").exists()
    for each in pages(tmp_path / "site"):
        parse(each)


def test_a_plan_without_a_period_has_a_site(ogp: Ogp, until: Until, tmp_path: Path) -> None:
    root = until("card").root
    plan = root / "data/plan.yaml"
    text = re.sub(r"(?m)^periods?:.*\n", "", plan.read_text(encoding="utf-8"))
    plan.write_text(text, encoding="utf-8")
    done = ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=root)
    assert done.code == 0, done.err
    page = (tmp_path / "site/commitments/c1/index.html").read_text(encoding="utf-8")
    assert ">2025</text>" in page


@pytest.mark.parametrize("number", some(1, [4, 60]))
def test_the_figure_has_room_for_few_and_for_many_proposals(
    ogp: Ogp, tmp_path: Path, number: int
) -> None:
    folder = tmp_path / "data/commitments"
    folder.mkdir(parents=True)
    (tmp_path / "data/plan.yaml").write_text(f"{PLAN}proposals: {number}\n")
    (tmp_path / "data/organizations.yaml").write_text("a: {name: Ministry A, sector: government}\n")
    for each in range(1, number + 1):
        (folder / f"{each}.yaml").write_text(
            f"number: {each}\ntitle: Proposal {each}\nlead: a\nstatus: standing\n"
        )
    assert ogp("site", "-o", tmp_path / "site", "--no-documents", cwd=tmp_path).code == 0
    page = text(tmp_path / "site/index.html")
    assert f"What became of the {number} proposals?" in page
    figure = page[
        page.index('<svg class="flow"') : page.index("</svg>", page.index('<svg class="flow"'))
    ]
    assert (figure.count("<a ") == number) is (number < 42)


def test_the_font_and_its_licence_are_shipped(sites: Sites) -> None:
    assets = sites["shipped"] / "assets"
    assert (assets / "text.woff2").read_bytes()[:4] == b"wOF2"
    assert (assets / "text.woff2").stat().st_size < 36_000
    assert "SIL Open Font License" in text(assets / "OFL.txt")
    assert re.findall(r"url\(([^)]+)\)", text(assets / "site.css")) == ["text.woff2"]

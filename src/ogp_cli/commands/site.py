"""`ogp site`."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import typer

from ogp_cli.checks import run as check
from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan, warn_of_unread
from ogp_cli.commands.rendering import target_of
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.present.content.calendar import calendar
from ogp_cli.present.content.minutes import minutes
from ogp_cli.present.formats import DOCUMENTS, SCHEDULES, Target, render
from ogp_cli.process.as_of import present
from ogp_cli.site.files import Work, languages, pages
from ogp_cli.site.people import published
from ogp_cli.store.tree import write_tree
from ogp_cli.terminal.progress import tracked
from ogp_cli.terminal.say import say

# What was written, so that the next run removes what is no longer made.
LISTED = "site-files.json"
_ADDRESS = re.compile(r'https?://[^\s<>"?#]+')
_EXTRA = ("docxtpl", "icalendar", "typst", "xlsxwriter")


def run(
    root: Path | None,
    output: Path,
    base_url: str | None,
    *,
    strict: bool,
    documents: bool,
    book_templates: bool,
) -> None:
    """Write the public site of the book. Exits with 1 if it is `strict` and the site is a draft."""
    if base_url and not _ADDRESS.fullmatch(base_url):
        raise typer.BadParameter(
            f"{base_url!r} is not an address, as in https://example.org/plan/.",
            param_hint="--base-url",
        )
    plan = load_plan(root)
    is_draft = _is_draft(plan)
    if is_draft and strict:
        say("ogp: nothing was written", err=True)
        raise typer.Exit(1)
    target = target_of(plan, OutputOptions(book_templates=book_templates))
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    book, others = published(plan), _data(plan)
    if others:
        extras = [*_calendars(book, target)]
        extras += _documents(book, target, is_draft=is_draft) if documents else ()
        others |= {each.path: each.write() for each in tracked(extras, "rendering minutes")}
    work = pages(book, others, base, is_draft=is_draft)
    made = {each.path: each.write() for each in tracked(work, "writing pages")}
    write_tree(output, {**others, **made}, LISTED)
    warn_of_unread(plan)


def _is_draft(plan: Plan) -> bool:
    """Whether the book has errors; says how many."""
    errors = sum(each.level == "error" for each in check(plan))
    if errors:
        number = "1 error" if errors == 1 else f"{errors} errors"
        say(f"ogp: the site is a draft: the book has {number}; run: ogp check", err=True)
    return errors > 0


def _data(plan: Plan) -> dict[str, bytes]:
    """Return the book as open data; nothing where the extra that writes it is not installed."""
    if not all(map(find_spec, _EXTRA)):
        said = "ogp: the site has no data, calendar and documents: they need the extra “documents”"
        say(said, err=True)
        return {}
    from ogp_cli.export.package import files  # noqa: PLC0415 - an extra

    return {f"data/{name}": content for name, content in files(plan).items()}


def _calendars(plan: Plan, target: Target) -> Iterator[Work]:
    now = present(plan)
    for prefix, language in languages(plan).items():
        found = calendar(now, language)
        if found.events:
            yield Work(
                f"{prefix}calendar.ics",
                lambda content=found: _bytes(render(SCHEDULES["ics"], content, target)),
            )


def _documents(plan: Plan, target: Target, *, is_draft: bool) -> Iterator[Work]:
    """Yield the minutes of each meeting, as documents in each language."""

    def write(meeting: str, language: Language, name: str) -> bytes:
        document = minutes(plan, plan.meetings[meeting], language, is_draft=is_draft)
        return _bytes(render(DOCUMENTS[name], document, target))

    for id_, meeting in plan.meetings.items():
        for prefix, language in languages(plan).items() if meeting.has_minutes else ():
            for name in ("pdf", "docx"):
                path = f"{prefix}meetings/{id_}/minutes.{name}"
                yield Work(path, lambda of=(id_, language, name): write(*of))


def _bytes(rendered: str | bytes) -> bytes:
    return rendered.encode() if isinstance(rendered, str) else rendered

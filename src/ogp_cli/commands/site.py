"""`ogp site`."""

import re
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import typer

from ogp_cli.checks import run as check
from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan, warn_of_unread
from ogp_cli.commands.output import wrote
from ogp_cli.commands.rendering import target_of
from ogp_cli.export.package import files
from ogp_cli.export.tables import Tables
from ogp_cli.lang.interface import _, ngettext
from ogp_cli.lang.language import Language
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan
from ogp_cli.plan.published import published
from ogp_cli.present.content.calendar import Calendar, calendar
from ogp_cli.present.content.document import Document
from ogp_cli.present.content.minutes import minutes
from ogp_cli.present.formats import DOCUMENTS, SCHEDULES, Format, Target, render
from ogp_cli.process.as_of import present
from ogp_cli.site.files import Work, languages, pages
from ogp_cli.store.tree import write_tree
from ogp_cli.terminal.progress import tracked
from ogp_cli.terminal.say import warn

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
        said = _("{value} is not an address, as in https://example.org/plan/.")
        raise typer.BadParameter(said.format(value=base_url), param_hint="--base-url")
    plan = load_plan(root)
    is_draft = _is_draft(plan)
    if is_draft and strict:
        warn(_("nothing was written"))
        raise typer.Exit(1)
    target = target_of(plan, OutputOptions(book_templates=book_templates))
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    book = published(plan)
    made = _data(book, workbook=documents)
    if made:
        extras = [*_calendars(book, target)]
        extras += _documents(book, target, is_draft=is_draft) if documents else ()
        made |= {each.path: each.write() for each in tracked(extras, _("rendering minutes"))}
    work = pages(book, made, base, is_draft=is_draft)
    made |= {each.path: each.write() for each in tracked(work, _("writing pages"))}
    write_tree(output, made, LISTED)
    wrote(output, len(made))
    warn_of_unread(plan)


def _is_draft(plan: Plan) -> bool:
    """Whether the book has errors; says how many."""
    errors = sum(each.level == "error" for each in check(plan))
    if errors:
        said = ngettext(
            "the site is a draft: the book has {n} error; run: ogp check",
            "the site is a draft: the book has {n} errors; run: ogp check",
            errors,
        )
        warn(said.format(n=errors))
    return errors > 0


def _data(plan: Plan, *, workbook: bool) -> dict[str, bytes]:
    """Return the book as open data; nothing where the extra that writes it is not installed."""
    if not all(map(find_spec, _EXTRA)):
        warn(_("the site has no data, calendar and documents; the extra “documents” makes them"))
        return {}
    found = files(plan, _sheets if workbook else None)
    return {f"data/{name}": content for name, content in found.items()}


def _sheets(plan: Plan, found: Tables) -> bytes:
    from ogp_cli.export.workbook import sheets  # noqa: PLC0415 - an extra

    return sheets(plan, found)


def _calendars(plan: Plan, target: Target) -> Iterator[Work]:
    now = present(plan)
    for prefix, language in languages(plan).items():
        found = calendar(now, language)
        if found.events:
            yield Work(f"{prefix}calendar.ics", partial(_rendered, SCHEDULES["ics"], found, target))


def _documents(plan: Plan, target: Target, *, is_draft: bool) -> Iterator[Work]:
    """Yield the minutes of each meeting, as documents in each language."""
    for id_, meeting in plan.meetings.items():
        for prefix, language in languages(plan).items() if meeting.has_minutes else ():
            for name in ("pdf", "docx"):
                path = f"{prefix}meetings/{id_}/minutes.{name}"
                form = DOCUMENTS[name]
                yield Work(path, partial(_minutes, plan, meeting, language, form, target, is_draft))


def _minutes(
    plan: Plan, of: Meeting, language: Language, form: Format, target: Target, is_draft: bool
) -> bytes:
    return _rendered(form, minutes(plan, of, language, is_draft=is_draft), target)


def _rendered(form: Format, content: Document | Calendar, target: Target) -> bytes:
    rendered = render(form, content, target)
    return rendered.encode() if isinstance(rendered, str) else rendered

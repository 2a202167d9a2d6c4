"""What a command shows of the book, in the format that is asked for."""

from collections.abc import Mapping

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import warn_of_unread
from ogp_cli.commands.one_of import one_of
from ogp_cli.commands.output import put, screen, wrote
from ogp_cli.plan import Plan
from ogp_cli.present.content.calendar import Calendar
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import DEFAULTS, Format, Target, render


def format_of(options: OutputOptions, formats: Mapping[str, Format]) -> Format:
    """Return the requested format, or else that of a file's ending, or else the first."""
    if options.form:
        return formats[options.form]
    first, *_ = formats.values()
    ending = options.file.suffix[1:] if options.file else ""
    known = list(dict.fromkeys(each.ending for each in formats.values()))
    wanted = one_of(ending, known, "--output") if ending else first.ending
    return next(each for each in formats.values() if each.ending == wanted)


def target_of(plan: Plan, options: OutputOptions) -> Target:
    """Return where a command's output goes, and the templates: the book's, or the tool's alone."""
    templates = plan.root / "templates" if options.book_templates else DEFAULTS
    return Target(screen(options.bidi, options.file), templates)


def put_content(
    plan: Plan, content: Document | Calendar, chosen: Format, options: OutputOptions
) -> None:
    """Write a document of the book; warn if it leaves out files."""
    put(render(chosen, content, target_of(plan, options)), options.file)
    if options.file:
        wrote(options.file)
    warn_of_unread(plan)

"""Content in a format that somebody asked for."""

from importlib import import_module

from ogp_cli.errors import missing
from ogp_cli.present.content.calendar import Calendar
from ogp_cli.present.content.document import Document
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Format
from ogp_cli.present.formats.limits import limited
from ogp_cli.present.formats.target import Target


def render(form: Format, content: Document | Table | Calendar, target: Target) -> str | bytes:
    """Return content as text, or as the bytes of a binary file.

    Raises `OgpError` if the package of a format is not installed, or a template is wrong.
    """
    try:
        draw = import_module(f"ogp_cli.present.formats.{form.module}").render
    except ImportError as error:
        raise missing(error) from error
    if form.has_templates:
        draw = limited(draw)
    rendered: str | bytes = draw(content, target)
    return rendered

"""The templates: each file of the book takes precedence over the default one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from types import SimpleNamespace
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import RichText
from ogp_cli.present.content.document import Document, Section
from ogp_cli.present.formats import DEFAULTS, Target

# What a template may hold too, and what a terminal would obey: C0 and C1 but for white space.
_CONTROLS = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)], "\ufffd"
)


def render(
    document: Document,
    ending: str,
    target: Target,
    draw: Callable[[RichText, str], str],
    **filters: Callable[[Any], str],
) -> str:
    """Return the text that the template of a document makes of it.

    `ending` is that of the template's name, as in `md.j2`. `draw` makes rich text harmless, and
    part of the format; it is told the language around. Raises `OgpError` with the template's name
    and line if it is wrong.
    """
    code = document.language.code
    sandbox = environment(target, autoescape=ending == "html.j2")
    sandbox.finalize = lambda value: draw(value, code) if isinstance(value, tuple) else value
    sandbox.filters.update(filters)
    name = file_of(document, ending, target).name
    try:
        return str(sandbox.get_template(name).render(context(document))).translate(_CONTROLS)
    except Exception as error:  # whatever a template may do: recurse for ever, add to text, …
        raise wrong(_line(name, error), str(error) or type(error).__name__, document) from error


def environment(target: Target, *, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """Return where templates run: in a sandbox, where an unknown name is a mistake."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([target.templates, DEFAULTS]),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def context(document: Document) -> dict[str, SimpleNamespace]:
    """Return what a template sees: the document by its kind, and its sections by their names."""
    view = SimpleNamespace(
        letterhead=document.letterhead,
        dateline=document.dateline,
        title=document.title,
        subtitle=document.subtitle,
        date=document.date,
        fields=document.fields,
        language=document.language.code,
        locale=document.locale,
        direction=document.direction,
        page=document.page,
        all=document.sections,
        **by_name(document.sections),
    )
    return {"document": view, document.kind: view}


def file_of(document: Document, ending: str, target: Target) -> Path:
    """Return the template of a document: of its kind, or else the one for every document."""
    names = (f"{document.kind}.{ending}", f"document.{ending}")
    files = [folder / name for name in names for folder in (target.templates, DEFAULTS)]
    return next((file for file in files if file.is_file()), files[-1])


def wrong(place: str, said: object, document: Document) -> OgpError:
    """Return what to say of a template that fails: where, why, and which tags there are."""
    names = ("letterhead", "dateline", "title", "subtitle", "fields", *by_name(document.sections))
    tags = ", ".join(f"{document.kind}.{name}" for name in names)
    hint = _("correct the file in the folder templates/; the tags of the parts are {tags}").format(
        tags=tags
    )
    return OgpError(_("template {place}: {said}").format(place=place, said=said), hint)


def by_name(sections: Iterable[Section]) -> dict[str, tuple[Section, ...]]:
    """Return sections by their names; several may have the same."""
    found: dict[str, tuple[Section, ...]] = {}
    for section in sections:
        found[section.name] = (*found.get(section.name, ()), section)
    return found


def _line(name: str, error: Exception) -> str:
    """Return the line of the template where an error came up, as `name:line`."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}:{error.lineno}"
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else name

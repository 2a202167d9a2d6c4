"""The sentences of the code, and what the catalogues make of them.

`.venv/bin/python tests/catalogues.py` brings the catalogues up to date and compiles them: a new
sentence gets an empty entry, and one that is gone loses its own.
"""

import ast
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast
from typer.main import get_command

from ogp_cli.checks import RULES
from ogp_cli.cli import COMMANDS, app
from ogp_cli.cli.classes import command_of
from ogp_cli.lang.catalogue import LOCALE
from ogp_cli.store.syntax import SLIPS

PACKAGE = LOCALE.parent

# What takes a sentence, or one and its plural, as its first arguments.
_SINGULAR = {"_", "N_", "gettext", "t", "rich"}
_PLURAL = {"ngettext", "plural"}
_IN_CONTEXT = {"C_", "pgettext"}  # the context comes first
# Models refuse values in sentences: all arguments of these, from a number on.
_REFUSALS = {"refuse": 0, "Misplaced": 0, "ByKey": 0, "Pattern": 1}
# Checks and readers say what is wrong in messages, hints and tables: all strings with a space.
_READERS = [f"store/{name}.py" for name in ("source", "parse", "refused", "syntax", "explain")]
_CHECKS = [
    *PACKAGE.glob("checks/*.py"),
    *PACKAGE.glob("checks/rules/**/*.py"),
    *(PACKAGE / name for name in (*_READERS, "plan/load.py")),
]
_PAGES = {each.doc for each in RULES.values()}
# Parts of other sentences, and the parser's own words.
_NO_SENTENCES = {" or ", "reading ", *SLIPS, *_PAGES}


class Message(NamedTuple):
    """A sentence, its plural if it has one, and its context if its English has several meanings."""

    id: str
    plural: str = ""
    context: str = ""


@cache
def extracted() -> set[Message]:
    """Return the messages of the whole package, the templates of the site too."""
    marked = {each for file in sorted(PACKAGE.rglob("*.py")) for each in _messages(file)}
    marked |= {each for file in PACKAGE.glob("site/**/*.j2") for each in _in_template(file)}
    commands = [get_command(app), *map(command_of, COMMANDS)]
    help_ = {text for each in commands for text in _help(each)}
    return marked | {*map(Message, help_), *(Message(each.summary) for each in RULES.values())}


def _help(command: Any) -> Iterator[str]:
    """Yield the paragraphs of the help of a command, and of those below it."""
    for part in (command.help or "").split("\n\n"):
        yield part.split("\n")[1] if part.startswith("\b") else part.replace("\n", " ")
    for each in getattr(command, "commands", {}).values():
        yield from _help(each)


def catalogue_of(code: str) -> Catalog:
    """Return the catalogue of a language, read from its source."""
    with _source(code).open("rb") as source:
        return read_po(source, locale=code, abort_invalid=True)


def messages_of(code: str) -> dict[Message, tuple[str, ...]]:
    """Return the messages of a catalogue, each with its translation in all forms."""
    found = {}
    for each in catalogue_of(code):
        if not each.id:
            continue  # the head
        assert not each.fuzzy
        one, many = each.id if isinstance(each.id, tuple) else (each.id, "")
        forms = each.string if isinstance(each.string, tuple) else (each.string,)
        found[Message(str(one), str(many), each.context or "")] = tuple(map(str, forms))
    return found


def update(code: str) -> None:
    """Give the catalogue of a language the messages of the code, and no others."""
    file, known, new = _source(code), catalogue_of(code), Catalog(code, fuzzy=False)
    head = file.read_text(encoding="utf-8").partition("\n\n")[0]
    new.mime_headers = known.mime_headers
    for each in extracted():
        said = known.get(each.id, each.context or None)
        id_ = (each.id, each.plural) if each.plural else each.id
        entry = new.add(id_, said.string if said else "", context=each.context or None)
        entry.flags.clear()
    entries = BytesIO()
    write_po(entries, new, width=100, no_location=True, omit_header=True, sort_output=True)
    file.write_bytes(f"{head}\n\n".encode() + entries.getvalue())
    with file.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue_of(code))


def _source(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES" / "ogp.po"


def _messages(file: Path) -> Iterator[Message]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    yield from _marked(tree)
    if file in _CHECKS:
        yield from map(Message, _sentences(tree))
    if file.is_relative_to(PACKAGE / "models"):
        yield from map(Message, _refusals(tree))


def _in_template(file: Path) -> Iterator[Message]:
    template = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    for _, name, said in extract_from_ast(template, tuple(_SINGULAR | _PLURAL)):
        texts = [each for each in (said if isinstance(said, tuple) else (said,)) if each]
        if texts:  # else the sentence is a variable, which is marked where it comes from
            yield Message(*texts[: 2 if name in _PLURAL else 1])


def _marked(node: ast.AST) -> Iterator[Message]:
    """Yield the messages of the calls in a tree, whatever they are methods of."""
    within = ast.iter_child_nodes(node)
    if isinstance(node, ast.Call):
        name, arguments = ast.unparse(node.func).rpartition(".")[2], node.args
        if name in _PLURAL and len(arguments) > 1:
            forms = zip(*map(_read, arguments[:2]), strict=True)
            yield from (one._replace(plural=many.id) for one, many in forms)
            within = iter(arguments[2:])
        elif name in _SINGULAR and arguments:
            yield from (each for each in _read(arguments[0]) if each.id)
        elif name in _IN_CONTEXT and len(arguments) > 1:
            yield from _read(node)
    for each in within:
        yield from _marked(each)


def _read(node: ast.expr) -> list[Message]:
    """Return the messages that an argument may be; none where it is a name."""
    match node:
        case ast.Constant(str(text)):
            return [Message(text)]
        case ast.IfExp(body=one, orelse=other):
            return [*_read(one), *_read(other)]
        case ast.Call(ast.Name("C_"), [ast.Constant(str(context)), ast.Constant(str(text))]):
            return [Message(text, context=context)]
        case ast.JoinedStr():
            raise ValueError(f"a sentence that nobody can translate: {ast.unparse(node)}")
        case _:
            return []


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Yield the strings of a module that are sentences, and not its documentation."""
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            is_sentence = " " in text and any(map(str.isalpha, text)) and "(?" not in text
            if is_sentence and id(node) not in documentation and text not in _NO_SENTENCES:
                yield text


def _refusals(tree: ast.Module) -> Iterator[str]:
    """Yield the messages and hints with which a model refuses a value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = _REFUSALS.get(node.func.id)
            for argument in [] if first is None else node.args[first:]:
                assert isinstance(argument, ast.Constant), "a sentence that no one can translate"
                yield str(argument.value)


if __name__ == "__main__":
    for each in sorted(LOCALE.iterdir()):
        update(each.name)

"""Write the pages of the reference: `docs/cli.md`, `docs/data.md` and `docs/rules.md`.

    .venv/bin/python docs/generate.py

`tests/test_docs.py` fails where a page is not what this makes of the code.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ogp_cli.checks import RULES
from ogp_cli.cli import COMMANDS
from ogp_cli.models.evidence import Link
from ogp_cli.models.partial_date import HalfYear, PartialDate
from ogp_cli.models.schema import KINDS, json_schema
from ogp_cli.models.types import Date, Hour, Id, Label, LocalTime, ProposalLabel, SlotKey
from ogp_cli.store.folder import PATHS

FOLDER = Path(__file__).parent
# What a text of a kind is called. Every other text is free.
_NAMES: dict[Any, str] = {
    Id: "id",
    Label: "number",
    ProposalLabel: "number",
    Date: "day",
    PartialDate: "day, month, quarter, half-year or year",
    HalfYear: "half-year",
    Hour: "hour",
    LocalTime: "day and hour",
    SlotKey: "slot",
    Link: "link",
}
_TEXT = "text"
_INTRODUCTION = """\
Every key of every file, as `ogp schema` has them. A key in bold is required. A text is one string
in the plan's main language, or one for each language, as in `{ar: …, fr: …}`."""

# What all commands share.
_OF_ALL = """\
## Exit codes

| code | meaning |
| ---: | --- |
| 0 | The command did what it was asked to do. |
| 1 | The data forbid it: `ogp check` found an error (with `--strict`, a warning too), `ogp post` \
or `ogp new` would bring in an error, or `ogp render-minutes --strict` refuses minutes with \
errors. Or somebody stopped the questions of a command. |
| 2 | The command cannot run: wrong options, no book, or a file that cannot be read or written. |

## Environment variables

| variable | effect |
| --- | --- |
| `LC_ALL`, `LC_MESSAGES`, `LANG` | The language, as in `ar_MA.UTF-8`; the first that is set \
counts, and `--lang` comes before them. |
| `OGP_ROOT` | The folder that holds `data/`, as with `--root`. |
| `OGP_BIDI` | How a terminal gets right-to-left text, as with `--bidi`: see \
[terminals.md](terminals.md). |
| `COLUMNS` | The width of the output. Without it, a terminal has its own, and a pipe has none. |
| `NO_COLOR`, `TERM=dumb` | No colours. |"""

Schema = dict[str, Any]


def cli() -> str:
    """Return the help of every command, as it is printed at 100 columns."""
    helps = "\n\n".join(map(_help, ("", *COMMANDS)))
    return f"# The commands\n\n{_OF_ALL}\n\n{helps}\n"


def _help(command: str) -> str:
    heading = f"## `ogp {command}`" if command else "## `ogp`"
    return f"{heading}\n\n```text\n{_printed(command)}\n```" + "".join(
        f"\n\n#{_help(f'{command} {kind}')}" for kind in _kinds(command)
    )


def _kinds(command: str) -> tuple[str, ...]:
    return ("meeting", "commitment", "report") if command == "new" else ()


def _printed(command: str) -> str:
    line: list[str | Path] = [Path(sys.executable).with_name("ogp"), *command.split(), "--help"]
    surroundings = {"COLUMNS": "100", "LANG": "C.UTF-8", "PATH": ""}
    done = subprocess.run(line, env=surroundings, check=True, capture_output=True, encoding="utf-8")  # noqa: S603
    return done.stdout.rstrip()


def rules() -> str:
    """Return the pages of all rules, in their groups."""
    found = [
        "# The rules of `ogp check`",
        "`ogp rules RULE` prints a page of this. `ogp check` exits with 1 where it finds an error.",
    ]
    for group, members in groupby(RULES.items(), lambda each: each[1].group):
        found.append(f"## {group.capitalize()}")
        found += [f"### {name}\n\n*{rule.level}.* {rule.page}" for name, rule in members]
    return "\n\n".join(found) + "\n"


def data() -> str:
    """Return every key of every kind of file, then of the parts that files share."""
    schemas = {kind: json_schema(kind) for kind in KINDS}
    parts = {name: part for each in schemas.values() for name, part in each["$defs"].items()}
    blocks = ["# The data", _INTRODUCTION]
    for kind, schema in schemas.items():
        where = PATHS[kind] if PATHS[kind].endswith(".yaml") else f"{PATHS[kind]}/*.yaml"
        blocks += [f"## `{where}`", schema["description"], _content(schema)]
    blocks.append("## Parts")
    for name in sorted(parts):
        blocks += [f"### {name}", parts[name]["description"], _content(parts[name])]
    return "\n\n".join(blocks) + "\n"


def _content(part: Schema) -> str:
    """Return the keys of a mapping as a table; or which parts there are; or what is at its ids."""
    if "if" in part:
        return f"Its keys tell which it is: {_form(part)}."
    if "patternProperties" in part:
        return f"The file is a {_form(part)}, by id."
    lines = ["| key | value | meaning |", "| --- | --- | --- |"]
    for key, value in part["properties"].items():
        shown = f"**`{key}`**" if key in part.get("required", ()) else f"`{key}`"
        meaning = value.get("description", "").replace("\n", " ").replace("|", "\\|")
        lines.append(f"| {shown} | {_form(value)} | {meaning} |")
    return "\n".join(lines)


def _form(node: Schema) -> str:
    """Return in words what a value is."""
    return " or ".join(dict.fromkeys(_forms(node)))


def _forms(node: Schema) -> Iterator[str]:
    """Yield in words what a value may be."""
    words = [each for each in (*node.get("enum", ()), node.get("const")) if each is not None]
    if words:
        yield ", ".join(f"`{word}`" for word in words)
    elif "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        yield f"[{name}](#{name})"
    elif "if" in node:
        yield from (*_forms(node["then"]), *_forms(node["else"]))
    elif alternatives := node.get("anyOf") or node.get("oneOf"):
        yield from (form for each in alternatives for form in _forms(each))
    elif "properties" not in node:  # the rest of what keys tell apart
        yield from _typed(node)


def _typed(node: Schema) -> Iterator[str]:
    """Yield what the types of JSON are called; an id needs no quotes, though it is a number."""
    types, called = node["type"], _CALLED.get(node.get("pattern", ""))
    found = {types} if isinstance(types, str) else {*types}
    if {"string", "object"} <= found:
        yield _TEXT
    elif "string" in found:
        yield called or "string"
    if "array" in found:
        yield f"list of {_form(node['items'])}"
    if found & {"object", "string"} == {"object"}:
        yield f"mapping to {_form(next(iter(node['patternProperties'].values())))}"
    if "integer" in found and not called:
        yield "whole number"
    if "boolean" in found:
        yield "`true`, `false`"


def _pattern(schema: Schema) -> str:
    """Return the pattern of a text, or of the first alternative that is one."""
    return str(schema.get("pattern") or schema["anyOf"][0]["pattern"])


_CALLED = {_pattern(TypeAdapter(kind).json_schema()): name for kind, name in _NAMES.items()}
PAGES = {"cli.md": cli, "data.md": data, "rules.md": rules}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (FOLDER / page).write_text(make(), encoding="utf-8")

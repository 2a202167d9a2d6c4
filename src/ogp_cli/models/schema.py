"""The shape of each kind of file as JSON Schema, for editors and for other programs.

It accepts what the reader accepts, as far as JSON Schema can say it. Only the reader knows whether
a time zone exists, which names Windows keeps for devices, and whether a period or a milestone ends
after it starts. And it looks at how a value is written: for a schema, `5.0` and `010` are whole
numbers, and each of two documents is by itself.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from inspect import getdoc
from operator import or_
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ogp_cli.ids import written
from ogp_cli.models.base import Record
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organizations
from ogp_cli.models.plan import PlanInfo
from ogp_cli.models.report import Report
from ogp_cli.models.types import REFERS

# The model of each kind of file; store/folder.py says where its files are.
KINDS: dict[str, type[BaseModel]] = {
    "commitment": Commitment,
    "meeting": Meeting,
    "report": Report,
    "plan": PlanInfo,
    "organizations": Organizations,
}

_NULL = {"type": "null"}
_KEYS_REFER = "keys-refer"  # as `REFERS`, of the keys of a mapping
# What to suggest for a reference: by the kind of thing, the ids and what each is.
Known = Mapping[str, Mapping[str, str]]


class _Generator(GenerateJsonSchema):
    """Pydantic's JSON Schema for a person who edits a file: the names of classes are left out."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Give fields no title: an editor would show it instead of the key."""
        return False

    def normalize_name(self, name: str) -> str:
        """Spell the names under `$defs` as the keys of the data are: in small letters."""
        return super().normalize_name(name).lower()

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults: an editor would write `null` where no line is needed."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Let the field's own description stand alone: an editor would show the type's instead."""
        inner = self.generate_inner(schema["schema"])
        bare = {key: value for key, value in inner.items() if key != "description"}
        if "enum" in bare:
            return {"enum": [*bare["enum"], None]}
        members = bare.pop("anyOf", None) or bare.pop("oneOf", None)
        return {**bare, "anyOf": [*members, _NULL]} if members else {"anyOf": [bare, _NULL]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Leave out OpenAPI's `discriminator`, which JSON Schema does not have.

        Where a key tells the models apart, an editor ought to blame the key that is wrong.
        """
        refs = super().tagged_union_schema(schema)["oneOf"]
        if not callable(schema["discriminator"]) or not all("$ref" in each for each in refs):
            return {"oneOf": refs}
        keys: dict[str, JsonSchemaValue] = {str(key): {} for key in schema["choices"]}
        neither = {"properties": keys, "additionalProperties": False, "minProperties": 1}
        return _told_apart(zip(keys, refs, strict=True), {"type": "object", **neither})

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse the keys that the reader refuses; pydantic's schema allows any key."""
        keys = self.generate_inner(schema["keys_schema"])
        # A key is a string in the reader, even where it looks like a number.
        text = next(each for each in keys.get("anyOf", [keys]) if each["type"] == "string")
        found = {
            **({_KEYS_REFER: keys[REFERS]} if REFERS in keys else {}),
            "type": "object",
            "patternProperties": {text["pattern"]: self.generate_inner(schema["values_schema"])},
            "additionalProperties": False,
        }
        return found | {"minProperties": schema["min_length"]} if "min_length" in schema else found


def json_schema(kind: str, known: Known | None = None) -> JsonSchemaValue:
    """Return the JSON Schema (draft 2020-12) of one of `KINDS`.

    With `known`, an editor suggests those ids for references; others are as valid as without.
    """
    model = KINDS[kind]
    kinds = model.kinds() if issubclass(model, Record) else (model,)
    found = TypeAdapter(reduce(or_, kinds)).json_schema(schema_generator=_Generator)
    parts = found.pop("$defs", {})
    for part in (found, *parts.values()):
        part.pop("title", None)  # the name of the class
    if len(kinds) > 1:
        *refs, last = found["anyOf"]
        keys = [each.KEY for each in kinds if each.KEY]
        told = _told_apart(zip(keys, refs, strict=True), last)
        found = {"description": getdoc(model), **told}
    head = {"$schema": _Generator.schema_dialect, "title": kind.capitalize()}
    tidy: JsonSchemaValue = _tidy({**head, **found, "$defs": parts}, known or {})
    return tidy


def _told_apart(
    by_key: Iterable[tuple[str, JsonSchemaValue]], other: JsonSchemaValue
) -> JsonSchemaValue:
    """Return the schema of what the first of some keys that is there tells; or else, another."""
    for key, found in reversed([*by_key]):
        other = {"if": {"required": [key]}, "then": found, "else": other}
    return other


def _tidy(value: Any, known: Known) -> Any:  # noqa: ANN401 - whatever a schema holds
    """Return a part of a schema as an editor shows it best."""
    if isinstance(value, list):
        return [_tidy(each, known) for each in value]
    if not isinstance(value, dict):
        return value
    node = _in_one({key: _tidy(each, known) for key, each in value.items()})
    kind, of_keys = node.pop(REFERS, None), node.pop(_KEYS_REFER, None)
    node = _suggesting_keys(node, known[of_keys]) if known.get(of_keys) else node
    return _suggesting(node, known[kind]) if known.get(kind) else node


def _in_one(node: JsonSchemaValue) -> JsonSchemaValue:
    """Return alternatives of different types as one: of several, an editor shows each one's title.

    What is said of texts, numbers or mappings does not concern the other types.
    """
    for word in ("anyOf", "oneOf"):
        members = node.get(word, [])
        keys = [key for each in members for key in each if key != "type"]
        if members and len(keys) == len(set(keys)) and all("type" in each for each in members):
            merged = {key: each[key] for each in members for key in each}
            types = [type_ for each in members for type_ in _types(each)]
            node = {**merged, "type": types, **{key: node[key] for key in node if key != word}}
    return node


def _types(node: JsonSchemaValue) -> list[str]:
    return node["type"] if isinstance(node["type"], list) else [node["type"]]


def _suggesting(node: JsonSchemaValue, ids: Mapping[str, str]) -> JsonSchemaValue:
    """Return a reference that suggests ids, as they are written in YAML, and takes any other."""
    consts = [{"const": written(id_), "description": said} for id_, said in ids.items()]
    # The last alternative is everything: what is said of the node itself still holds.
    return {**node, "anyOf": [*consts, {}]}


def _suggesting_keys(node: JsonSchemaValue, ids: Mapping[str, str]) -> JsonSchemaValue:
    """Return a mapping that suggests ids as its keys, and takes any other."""
    (value,) = node["patternProperties"].values()
    return {**node, "properties": {id_: {**value, "description": ids[id_]} for id_ in ids}}

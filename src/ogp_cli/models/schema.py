"""The shape of each kind of file as JSON Schema, for editors and for other programs.

It accepts what the reader accepts, as far as JSON Schema can express it. Only the reader knows
whether a time zone exists, or whether a period ends after it starts.
"""

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.organization import Organizations
from ogp_cli.models.plan import PlanInfo

KINDS: dict[str, type] = {
    "commitment": Commitment,
    "meeting": Meeting,
    "plan": PlanInfo,
    "organizations": Organizations,
}


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
        return {"anyOf": [*bare.get("anyOf", [bare]), {"type": "null"}]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Leave out OpenAPI's `discriminator`, which JSON Schema does not have."""
        return {"oneOf": super().tagged_union_schema(schema)["oneOf"]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse the keys that the reader refuses; pydantic's schema allows any key."""
        keys = self.generate_inner(schema["keys_schema"])
        # A key is a string in the reader, even where it looks like a number.
        text = next(each for each in keys.get("anyOf", [keys]) if each["type"] == "string")
        found = {
            "type": "object",
            "patternProperties": {text["pattern"]: self.generate_inner(schema["values_schema"])},
            "additionalProperties": False,
        }
        return found | {"minProperties": schema["min_length"]} if "min_length" in schema else found


def json_schema(kind: str) -> JsonSchemaValue:
    """Return the JSON Schema (draft 2020-12) of one of `KINDS`."""
    found = TypeAdapter(KINDS[kind]).json_schema(schema_generator=_Generator)
    parts = found.pop("$defs")
    for model in (found, *parts.values()):
        del model["title"]  # the name of the class
    head = {"$schema": _Generator.schema_dialect, "title": kind.capitalize()}
    return {**head, **found, "$defs": parts}

"""How a model refuses a value: the type that refuses it has the message and the hint."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# The type of pydantic's error whose context holds `message`, `hint` and the values of both.
REFUSED = "refused"


def refuse(message: str, hint: str, **values: object) -> PydanticCustomError:
    """Return the error to raise for a value that the model does not accept.

    `message` states the fact and `hint` the fix: templates in English, filled with `values`, with
    the refused `{value}` and with its `{key}`.
    """
    return PydanticCustomError(REFUSED, REFUSED, {"message": message, "hint": hint, **values})


class Pattern(NamedTuple):
    """Marks a type, text or a date, whose values must match a regular expression."""

    regex: str
    message: str
    hint: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Match the text, then let the type parse it; both give the same message."""
        text: CoreSchema = core_schema.str_schema(pattern=self.regex)
        if source is not str:
            text = core_schema.chain_schema([text, handler(source)])
        refusal = _refusal(self.message, self.hint, regex=self.regex)
        return core_schema.custom_error_schema(text, **refusal)


class Shared:
    """Marks a type that many fields have: its schema is made once, and they share it."""

    def __init__(self) -> None:
        self._made: CoreSchema | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema that the first field had made."""
        if self._made is None:
            self._made = handler(source)
        return dict(self._made)


class ByKey(NamedTuple):
    """Marks a union of models that a key tells apart: each one has a `KEY` of its own.

    A value with none of these keys, or several, is refused; the message may use `{keys}`.
    """

    message: str
    hint: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Choose the model by the one key that is there."""
        members = {each.KEY: handler.generate_schema(each) for each in get_args(source)}

        def only_key(value: object) -> str | None:
            if not isinstance(value, Mapping):
                return getattr(value, "KEY", None)  # a model, to be written out
            found = [key for key in members if key in value]
            return found[0] if len(found) == 1 else None

        refusal = _refusal(self.message, self.hint, keys=", ".join(members))
        return core_schema.tagged_union_schema(members, only_key, **refusal)


def _refusal(message: str, hint: str, **values: object) -> dict[str, Any]:
    context = {"message": message, "hint": hint, **values}
    return {
        "custom_error_type": REFUSED,
        "custom_error_message": REFUSED,
        "custom_error_context": context,
    }

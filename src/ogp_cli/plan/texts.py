"""The texts for people in a model, wherever they stand in it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from ogp_cli.models.types import Human
from ogp_cli.problem import Place


class HumanText(NamedTuple):
    """A text, where it stands, and the language that it is said to be in."""

    at: Place
    text: str
    language: str


def human_texts(model: BaseModel, at: Place, language: str) -> Iterator[HumanText]:
    """Find the texts in a model; a plain string is in `language`."""
    for name, is_text in _fields(type(model)):
        value = getattr(model, name)
        if value:
            yield from _texts(value, at / name, language, is_text=is_text)


def _texts(value: Any, at: Place, language: str, *, is_text: bool) -> Iterator[HumanText]:  # noqa: ANN401
    if isinstance(value, BaseModel):
        yield from human_texts(value, at, language)
    elif isinstance(value, str):
        if is_text:
            yield HumanText(at, value, language)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, at / index, language, is_text=is_text)
    elif isinstance(value, dict):
        for key, item in value.items():
            # A text by language, or (among the plan's groups) texts by id.
            spoken = key if at.path[-1] != "groups" else language
            yield from _texts(item, at / key, spoken, is_text=is_text)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold texts or models, and whether they hold texts."""
    found = []
    for name, field in model.model_fields.items():
        is_text = any(isinstance(each, Human) for each in field.metadata)
        kinds = set(_kinds(field.annotation)) | ({Human} if is_text else set())
        if kinds:
            found.append((name, Human in kinds))
    return tuple(found)


def _kinds(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    """Find `Human` or `BaseModel` in an annotation."""
    if isinstance(annotation, Human):
        yield Human
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield BaseModel
    for argument in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _kinds(argument)

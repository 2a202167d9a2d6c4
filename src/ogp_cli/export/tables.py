"""The records of a book as tables that a database can join: one fact a cell.

The tables are made of the models. A list or a mapping in a file is a table of its own, whose rows
name the row that they belong to. A text has a column for each language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import BaseModel

from ogp_cli.models.base import OF_CHECK
from ogp_cli.models.shape import Field, Shape, fields


class Column(NamedTuple):
    """A column: its name, its type in a Table Schema, what it means, and the words that it takes.

    `refers` is the kind of thing whose id it has.
    """

    name: str
    form: str = "string"
    description: str = ""
    refers: str = ""
    words: tuple[str, ...] = ()


Row = dict[str, Any]

# What tables below others are called, where that is not the name of both.
_NAMES = {
    "commitments_irm": "irm",
    "commitments_milestones": "milestones",
    "institutions_formerly": "former_names",
    "meetings_decisions": "decisions",
    "meetings_documents": "documents",
    "meetings_participants": "participants",
    "meetings_schedule": "slots",
    "meetings_steps": "steps",
    "reports_commitments": "reported",
}
# What a column is called that has nothing but the id of something.
_IDS = {"adopted": "commitment", "organization": "institution"}


@dataclass
class Table:
    """A table: its columns, its rows, and its primary key.

    `value` is the name of its column, where it has but one beside the key. `parent` is the table
    whose rows its own belong to, and `below` the columns that name `one` of them.
    `is_derived`: it was computed, and stands in no file.
    """

    name: str
    description: str
    key: tuple[str, ...]
    value: str = ""
    parent: str = ""
    below: tuple[str, ...] = ()
    one: str = ""
    is_derived: bool = False
    columns: dict[str, Column] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    @property
    def as_parent(self) -> tuple[str, ...]:
        """What the tables below call its key."""
        *above, own = self.key
        one = f"{self.name}_{own}" if own == "position" else own
        return (*above, self.one or self.name.removesuffix("s") if own == "id" else one)

    def add_column(self, column: Column) -> None:
        """Add a column; of one that several kinds of row have, the words of all."""
        known = self.columns.get(column.name)
        words = dict.fromkeys((*known.words, *column.words)) if known else column.words
        self.columns[column.name] = column._replace(words=tuple(words))


class Tables(dict[str, Table]):
    """The tables by their names.

    Texts get a column for each of the `languages`; one that has no language is in the `main` one.
    """

    def __init__(self, languages: Sequence[str], main: str) -> None:
        super().__init__()
        self._languages, self._main = languages, main

    def add(
        self,
        name: str,
        models: Sequence[type[BaseModel]],
        records: Mapping[str, BaseModel],
        *,
        one: str = "",
        is_derived: bool = False,
    ) -> None:
        """Add the table of some records by their ids, and the tables below it.

        What is below calls a record `one`, or else as the table is called.
        """
        shape = Shape("part", models=tuple(models))
        description = (models[-1].__doc__ or "").partition("\n")[0]
        table = Table(name, description, ("id",), one=one, is_derived=is_derived)
        self._declare(table, [Column("id", description="The id: the name of the file.")], shape)
        for id_, record in records.items():
            self._add_row(table, {"id": id_}, shape, record)

    def add_rows(
        self,
        name: str,
        description: str,
        key: Sequence[Column],
        rows: Iterable[Row],
        *columns: Column,
    ) -> None:
        """Add a table of what was computed, with the columns of its key and others."""
        by_name = {each.name: each for each in (*key, *columns)}
        names = tuple(each.name for each in key)
        self[name] = Table(name, description, names, is_derived=True, columns=by_name, rows=[*rows])

    def _declare(self, table: Table, keys: Iterable[Column], shape: Shape) -> None:
        self[table.name] = table
        table.columns |= {each.name: each for each in keys}
        self._add_columns(table, "", shape, table.description)

    def _add_columns(self, table: Table, name: str, shape: Shape, description: str) -> None:
        match shape.kind:
            case "text":
                for language in self._languages:
                    column = Column(_joined(name or "text", language), description=description)
                    table.columns[column.name] = column
            case "value":
                table.add_column(
                    Column(name or table.value, shape.form, description, shape.refers, shape.words)
                )
            case "part":
                if _are_told_apart(shape.models):
                    words = tuple(map(_kind, shape.models))
                    table.columns["kind"] = Column("kind", description="What it is.", words=words)
                for model in shape.models:
                    for each in _facts(model):
                        self._add_columns(
                            table, _joined(name, each.key), each.shape, each.description
                        )
            case _:
                self._add_below(table, name, shape, description)

    def _add_below(self, table: Table, name: str, shape: Shape, description: str) -> None:
        """Declare the table of a list or a mapping; what several models share, only once."""
        child = _below(table, name)
        if child in self:
            return
        keys = [
            table.columns[own]._replace(name=theirs)
            for own, theirs in zip(table.key, table.as_parent, strict=True)
        ]
        if shape.kind == "mapping":
            keys.append(Column(_called(shape, "id"), description="The key.", refers=shape.refers))
        item, key = _item(shape), [each.name for each in keys]
        if shape.kind == "list" or item is not shape.item:
            keys.append(Column("position", "integer", "The place in the list, counted from 1."))
            key.append("id" if _has_ids(item) else "position")
        value = _called(item, "value")
        self._declare(
            Table(
                child,
                description,
                tuple(key),
                name if value in key else value,
                table.name,
                table.as_parent,
                is_derived=table.is_derived,
            ),
            keys,
            item,
        )

    def _add_row(self, table: Table, row: Row, shape: Shape, value: object) -> None:
        table.rows.append(row)
        self._fill(table, row, "", shape, value)

    def _fill(self, table: Table, row: Row, name: str, shape: Shape, value: Any) -> None:  # noqa: ANN401
        if value is None:
            return
        match shape.kind:
            case "text":
                texts = value if isinstance(value, dict) else {self._main: value}
                row |= {_joined(name or "text", language): text for language, text in texts.items()}
            case "value":
                row[name or table.value] = value
            case "part" if isinstance(value, BaseModel):
                if _are_told_apart(shape.models):
                    row["kind"] = _kind(type(value))
                for each in _facts(type(value)):
                    self._fill(
                        table, row, _joined(name, each.key), each.shape, getattr(value, each.name)
                    )
            case "part":
                first = shape.first
                self._fill(table, row, _joined(name, first.key), first.shape, value)
            case _:
                self._fill_below(table, row, name, shape, value)

    def _fill_below(self, table: Table, row: Row, name: str, shape: Shape, value: Any) -> None:  # noqa: ANN401
        child, item = self[_below(table, name)], _item(shape)
        above = dict(zip(table.as_parent, (row[key] for key in table.key), strict=True))
        for key, each in value.items() if shape.kind == "mapping" else (("", value),):
            keys = above | ({_called(shape, "id"): key} if shape.kind == "mapping" else {})
            if "position" not in child.columns:
                self._add_row(child, keys, item, each)
                continue
            for position, one in enumerate(each if isinstance(each, tuple) else (each,), 1):
                self._add_row(child, {**keys, "position": position}, item, one)


def _facts(model: type[BaseModel]) -> list[Field]:
    """Return the keys of a model, lists after the others; what is only for `ogp check` is none."""
    found = (each for each in fields(model) if each.key not in OF_CHECK)
    return sorted(found, key=lambda each: each.shape.item is not None)


def _item(shape: Shape) -> Shape:
    """Return what a list or a mapping holds; of a mapping to lists, what the lists hold."""
    item = shape.item or Shape("value")
    return item.item or item


def _below(table: Table, name: str) -> str:
    """Return the name of the table of what stands under a key."""
    name = _joined(table.name, name)
    return _NAMES.get(name, name)


def _has_ids(item: Shape) -> bool:
    """Whether each item of a list has an id of its own."""
    return any(
        each.is_required for model in item.models for each in fields(model) if each.key == "id"
    )


def _called(shape: Shape, otherwise: str) -> str:
    """Return what a column is called that has the id of something; or else, another name."""
    return _IDS.get(shape.refers, shape.refers) or otherwise


def _joined(*names: str) -> str:
    return "_".join(filter(None, names))


def _kind(model: type[BaseModel]) -> str:
    return model.__name__.lower()


def _are_told_apart(models: Sequence[type[BaseModel]]) -> bool:
    """Whether a key tells some models apart, rather than the word under it."""
    return len({getattr(model, "KEY", None) for model in models}) > 1


def columns(table: Table) -> list[Column]:
    """Return the columns of a table, those of its key first."""
    others = (each for each in table.columns.values() if each.name not in table.key)
    return [*(table.columns[name] for name in table.key), *others]

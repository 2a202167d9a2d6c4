"""A field is walked over as its type says, without a rule of its own."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from ogp_cli.models.base import Part
from ogp_cli.models.types import CommitmentId, Id, OrganizationId, Text
from ogp_cli.plan.walk import Found, walk


class Note(Part):
    """A part that the project does not have."""

    id: Id
    text: Text
    of: OrganizationId | None = None


class File(Part):
    """A file that the project does not have."""

    title: Text | None = None
    lead: OrganizationId
    from_: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(alias="from")
    notes: tuple[Note, ...] = ()
    by_commitment: dict[CommitmentId, tuple[Text, ...]] = Field(default_factory=dict)
    names: dict[Id, Text] = Field(default_factory=dict)


FILE = TypeAdapter(File).validate_python(
    {
        "title": {"ar": "ا", "fr": "a"},
        "lead": "ministry-a",
        "from": ["1", "2", "1"],
        "notes": [{"id": "x", "text": "b", "of": "ministry-b"}, {"id": "x", "text": {"ar": "ت"}}],
        "by_commitment": {"3": ["c"]},
        "names": {"axis": "d"},
    }
)


def test_texts_have_the_language_that_the_file_declares() -> None:
    assert [*walk(FILE, ("f",), "texts")] == [
        Found(("f", "title", "ar"), "ا", "ar"),
        Found(("f", "title", "fr"), "a", "fr"),
        Found(("f", "notes", 0, "text"), "b"),
        Found(("f", "notes", 1, "text", "ar"), "ت", "ar"),
        Found(("f", "by_commitment", "3", 0), "c"),
        Found(("f", "names", "axis"), "d"),
    ]


def test_references_have_the_kind_of_what_they_name() -> None:
    assert [*walk(FILE, (), "references")] == [
        Found(("lead",), "ministry-a", "organization"),
        Found(("from", 0), "1", "commitment"),
        Found(("from", 1), "2", "commitment"),
        Found(("from", 2), "1", "commitment"),
        Found(("notes", 0, "of"), "ministry-b", "organization"),
        Found(("by_commitment", "3"), "3", "commitment", is_key=True),
    ]


def test_lists_have_the_names_of_their_items() -> None:
    assert [*walk(FILE, (), "lists")] == [
        Found(("from",), ["1", "2", "1"]),
        Found(("notes",), ["x", "x"]),
    ]

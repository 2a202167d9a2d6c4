"""The rules of the book, a module a group; to import this registers them all."""

from ogp_cli.checks.rules import (
    cards,
    completion,
    decisions,
    files,
    history,
    lists,
    meetings,
    minutes,
    mistyping,
    outcomes,
    references,
    reports,
    schedule,
    texts,
    words,
)

__all__ = [
    "cards",
    "completion",
    "decisions",
    "files",
    "history",
    "lists",
    "meetings",
    "minutes",
    "mistyping",
    "outcomes",
    "references",
    "reports",
    "schedule",
    "texts",
    "words",
]

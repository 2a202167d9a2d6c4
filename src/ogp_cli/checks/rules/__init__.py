"""The rules of the book, a module a group; to import this registers them all."""

from ogp_cli.checks.rules import (  # noqa: F401 - what is imported is registered
    cards,
    completion,
    decisions,
    files,
    history,
    lists,
    meetings,
    minutes,
    mistyping,
    organizations,
    outcomes,
    references,
    reports,
    schedule,
    texts,
    words,
)

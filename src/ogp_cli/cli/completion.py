"""What a shell offers for the value of an option; `commands/completion.py` looks into the book."""

from collections.abc import Callable, Iterable

import typer

Complete = Callable[..., list[tuple[str, str]] | list[str]]


def of_book(*kinds: str) -> Complete:
    """Return what completes a word with the ids of the book, of some kinds."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from ogp_cli.commands.completion import ids

        return ids(kinds, context.params.get("root"), incomplete)

    return complete


def of_words(words: Iterable[str]) -> Complete:
    """Return what completes a word with one of those that an option takes."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def of_rules(incomplete: str) -> list[str]:
    """Return the rules of `ogp check` that begin so."""
    from ogp_cli.checks import RULES

    return [rule for rule in RULES if rule.startswith(incomplete)]

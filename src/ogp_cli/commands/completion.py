"""What a shell offers for the value of an option: `(value, what it is)`.

A shell shows the explanation where it can (zsh, fish, PowerShell), and may run what it is given: of
the data, only ids are offered, and their texts come without the signs that mean something to one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

import typer

from ogp_cli.errors import OgpError

if TYPE_CHECKING:
    from ogp_cli.plan import Plan

Pairs = Iterable[tuple[str, str]]

# What is none of: letters and digits, white space, and punctuation that no shell knows.
_SIGNS = re.compile(r"[^\w\s.,«»“”‘’،؛–-]+")
_LONG = 70


def of_plan(
    *kinds: "Callable[[Plan], Pairs]",
) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Return what completes a word with the things of the book that it begins the name of."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from ogp_cli.commands.book import load_plan
        from ogp_cli.models.types import is_id

        roots = (each.params.get("root") for each in (context, context.parent) if each)
        try:
            plan = load_plan(next(filter(None, roots), None))
        except OgpError:
            return []
        pairs = ((value, _explained(text)) for kind in kinds for value, text in kind(plan))
        return [pair for pair in pairs if is_id(pair[0]) and pair[0].startswith(incomplete)]

    return complete


def _explained(text: str) -> str:
    return shorten(_SIGNS.sub(" ", text), _LONG, placeholder="…")


def of_words(words: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what completes a word with one of those that an option takes."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words() if word.startswith(incomplete)]

    return complete


def commitments(plan: "Plan") -> Iterator[tuple[str, str]]:
    """Yield the commitments by number, or by id where they have none, with their titles."""
    from ogp_cli.lang.rich_text import translate

    main = plan.info.language
    for each in plan.commitments.values():
        title = translate(each.title, main, main).text if each.title else each.status
        yield str(each.number or each.id), title


def meetings(plan: "Plan") -> Iterator[tuple[str, str]]:
    """Yield the meetings by id, with their kind."""
    for each in plan.meetings.values():
        yield each.id, each.kind.replace("-", " ")


def institutions(plan: "Plan") -> Iterator[tuple[str, str]]:
    """Yield the institutions by id, with their names."""
    from ogp_cli.lang.rich_text import translate

    main = plan.info.language
    for id_, each in plan.organizations.items():
        yield id_, translate(each.name, main, main).text


def statuses() -> Iterable[str]:
    """Return what may have become of a commitment."""
    from ogp_cli.lang import LANGUAGES

    return LANGUAGES["en"].terminal.statuses


def steps() -> Iterable[str]:
    """Return the steps of a history."""
    from ogp_cli.lang import LANGUAGES

    return LANGUAGES["en"].terminal.steps


def rules() -> Iterable[str]:
    """Return the rules of `ogp check`."""
    from ogp_cli.checks import PAGES

    return PAGES

"""Options that take one of some words: typer shows, completes and checks them."""

from collections.abc import Collection
from functools import partial
from typing import Any

import typer

from ogp_cli.cli.completion import of_words
from ogp_cli.commands.one_of import one_of
from ogp_cli.lang.catalogue import N_

# Of the options that stand before a command too.
ROOT = N_("The folder that holds data/. [env: OGP_ROOT]")
LANG = N_("The language of the output, of messages and of help. [env: LANG]")
_FORMAT = N_("Output format (default: by the extension of --output).")


def choice(words: Collection[str], *names: str, **settings: Any) -> Any:  # noqa: ANN401 - typer's own
    """Return an option that takes one of some words."""
    return typer.Option(
        *names,
        metavar=f"<{'|'.join(words)}>",
        parser=partial(one_of, known=words),
        autocompletion=of_words(words),
        **settings,
    )


def format_choice(formats: Collection[str], *names: str, text: str = _FORMAT) -> Any:  # noqa: ANN401
    """Return the option `--format`, which takes one of some formats."""
    return choice(formats, "--format", *names, help=text)

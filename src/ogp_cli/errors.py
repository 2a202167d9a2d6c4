"""The one exception that crosses modules; a mistake in the data is a `Problem` instead."""

from ogp_cli.lang.interface import _


class OgpError(Exception):
    """A request that cannot be met: no data folder, an unknown name, a template that fails.

    `message` states the fact, `hint` says what to do; both are one line of plain text. The
    command line prints them to standard error and exits with 2.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def missing(error: ImportError) -> OgpError:
    """Return what to say where a format's package, of the extra `documents`, is not installed."""
    said = _("this format needs the package “{name}”, which is missing").format(name=error.name)
    hint = _("install ogp with its extra “documents”; the README says how, under Formats")
    return OgpError(said, hint)

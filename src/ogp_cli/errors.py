"""The one exception that crosses modules; a mistake in the data is a `Problem` instead."""


class OgpError(Exception):
    """A request that cannot be met: no data folder, an unknown name, a template that fails.

    `message` states the fact, `hint` says what to do; both are one line of plain text. The
    command line prints them to standard error and exits with 2.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

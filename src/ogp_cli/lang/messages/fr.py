"""French."""

MESSAGES: dict[str, str] = {}

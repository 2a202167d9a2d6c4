"""Arabic."""

MESSAGES: dict[str, str] = {}

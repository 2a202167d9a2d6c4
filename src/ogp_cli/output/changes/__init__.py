"""What `ogp changes` prints: one file a format, each from the digest to text."""

from collections.abc import Callable

from ogp_cli.output.changes import json, markdown, text
from ogp_cli.output.changes.digest import Digest, digest

FORMATS: dict[str, Callable[[Digest], str]] = {
    "text": text.render,
    "json": json.render,
    "markdown": markdown.render,
}

# The format of a file, by its ending.
ENDINGS = {"txt": "text", "json": "json", "md": "markdown"}

__all__ = ["ENDINGS", "FORMATS", "Digest", "digest"]

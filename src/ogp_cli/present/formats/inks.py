"""The colours of a text on white paper, by its tone; each has at least 4.5:1."""

from collections.abc import Mapping

from ogp_cli.lang.rich_text import Tone

INKS: Mapping[Tone, str] = {
    "": "1a1a1a",
    "good": "14532d",
    "open": "8a4b00",
    "settled": "3730a3",
    "ended": "57606a",
    "alert": "b91c1c",
}

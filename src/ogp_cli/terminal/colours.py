"""The colours of a terminal, which only repeat what the words say.

No colour of letters is readable on black, on white and on the themes between them. So a tone has a
background of its own, in the fixed part of the 256 colours.
"""

from collections.abc import Mapping

from ogp_cli.lang.rich_text import Tone

HEAD = "bold"
STYLES: Mapping[Tone, str] = {
    "": "",
    "good": "color(231) on color(28)",
    "open": "color(231) on color(130)",
    "settled": "color(231) on color(63)",
    "ended": "color(231) on color(243)",
    "alert": "bold color(231) on color(160)",
}
# Of a bar, which has no letters.
FILLS: Mapping[Tone, str] = {tone: style.rpartition(" on ")[2] for tone, style in STYLES.items()}

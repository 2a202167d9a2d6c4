"""What the drawings share: coordinates in reading order, and the marks of SVG.

Colours, fonts and kinds of lines are classes, so light, dark, print and forced colours are matters
of the style sheet. A strict Content-Security-Policy forbids `style` attributes.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape


def number(value: float) -> str:
    """Return a coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


class Canvas:
    """A drawing of a width, from left to right or from right to left.

    What is placed `at` something counts from where reading starts. The geometry is mirrored, text
    never is.
    """

    def __init__(self, width: float, *, rtl: bool) -> None:
        self.width, self.rtl = width, rtl
        self.parts: list[str] = []

    def x(self, at: float, size: float = 0) -> float:
        """Return the left edge of something `size` wide."""
        return self.width - at - size if self.rtl else at

    def add(self, *parts: str) -> None:
        """Draw parts on top of those before."""
        self.parts += parts

    def tile(self, at: float, y: float, size: float, said: str, kind: str = "cell") -> str:
        """Return a square with a number in it."""
        x = self.x(at, size)
        square = f'<rect class="{kind}" x="{number(x)}" y="{number(y)}"'
        square += f' width="{number(size)}" height="{number(size)}" rx="3"/>'
        return square + text(x + size / 2, y + size / 2 + 4.5, said, f"{kind}-n")

    def ribbon(self, top: tuple[float, float, float], end: tuple[float, float, float]) -> str:
        """Return a band from one stretch down to another: each from where, to where, at what y."""
        (a0, a1, y0), (b0, b1, y1) = top, end
        left, right, low_left, low_right = (number(self.x(each)) for each in (a0, a1, b0, b1))
        above, below, half = number(y0), number(y1), number((y0 + y1) / 2)
        return (
            f'<path class="ribbon" d="M{left} {above}C{left} {half} {low_left} {half}'
            f" {low_left} {below}H{low_right}C{low_right} {half} {right} {half}"
            f' {right} {above}Z"/>'
        )

    def lines(self, at: float, y: float, said: list[str], kind: str, leading: float) -> None:
        """Draw lines of text under each other, around a middle."""
        for index, line in enumerate(said):
            self.add(text(self.x(at), y + index * leading, line, kind))


def svg(attributes: str, parts: Iterable[str]) -> Markup:
    """Return a drawing: its parts are escaped where they come from the data."""
    return Markup(f"<svg {attributes}>{''.join(parts)}</svg>")  # noqa: S704


def text(x: float, y: float, said: str, kind: str, anchor: str = "middle") -> str:
    """Return a text at a point; a `start` is where its own direction starts."""
    place = f'x="{number(x)}" y="{number(y)}"'
    return f'<text class="{kind}" {place} text-anchor="{anchor}">{escape(said)}</text>'


def link(href: str, title: str, drawn: str) -> str:
    """Return what leads to a page, with a title that is shown at the pointer; or just has it."""
    said = f"<title>{escape(title)}</title>{drawn}"
    return f'<a href="{escape(href)}">{said}</a>' if href else f"<g>{said}</g>"


def wrapped(said: str, width: float, size: float, most: int = 3) -> list[str]:
    """Return text in lines of about a width; half an em a letter is enough for both scripts."""
    room, lines = max(6, int(width / (size * 0.47))), [""]
    for word in said.split():
        if len(lines[-1]) + len(word) + bool(lines[-1]) <= room:
            lines[-1] += " " * bool(lines[-1]) + word
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] += "…"
            break
    return lines

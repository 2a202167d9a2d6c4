"""The figure of the home page: how the proposals became what they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ogp_cli.site.canvas import Canvas, link, number, svg, text, wrapped

STOPS = {"cancelled", "not-adopted"}

_WIDTH, _TOP, _FALL = 960, 34, 128
_GAP, _SMALLEST, _LARGEST = 3, 20, 34


@dataclass(frozen=True, slots=True)
class Tile:
    """A proposal, or what proposals become: its number, outcome, title and page, if it has one."""

    number: str
    outcome: str
    title: str
    href: str = ""


def kind_of(end: Tile) -> str:
    """Return how the tile of what proposals become is drawn: solid, where it is sure and stays."""
    if end.outcome in {"merge-proposed", "pending"}:
        return "hope"
    return "left" if end.outcome == "withdrawn" else "done"


@dataclass(frozen=True, slots=True)
class Band:
    """Proposals with one outcome, what they became, and the outcome in words and with a count."""

    outcome: str
    members: tuple[Tile, ...]
    ends: tuple[Tile, ...] = ()
    label: str = ""
    word: str = ""

    @property
    def columns(self) -> int:
        """How many tiles wide it is."""
        return max(len(self.members), len(self.ends))


@dataclass(frozen=True, slots=True)
class Caption:
    """What the figure shows, the same in words, and what stands above and below it."""

    title: str
    description: str
    top: str
    bottom: str


def flow(bands: Sequence[Band], said: Caption, *, rtl: bool) -> Markup:
    """Draw a row of tiles, ribbons down, and a row of what is left.

    The bands stand in the order of what they became, each in its own columns: no ribbon crosses
    another. A merge narrows to one tile; what stands goes straight down; what was cancelled or not
    adopted stops half-way, each tile with its mark. Too many proposals are one band an outcome.
    """
    tiles, room = sum(each.columns for each in bands), 9 if len(bands) > 8 else 14  # noqa: PLR2004
    if tiles < 16:  # noqa: PLR2004 - few: there is room for words under each band
        room = 64
    free = _WIDTH - room * (len(bands) - 1) - _GAP * (tiles - len(bands))
    size = min(_LARGEST, free / max(tiles, 1))
    if size < _SMALLEST:
        return _crowd(bands, said, rtl=rtl)
    used = _WIDTH - free + tiles * size
    at = (_WIDTH - used) / 2 if used < _WIDTH * 0.8 else 0.0
    drawing = _Flow(size, room, at, rtl=rtl)
    for each in bands:
        drawing.band(each)
    return drawing.done(said)


class _Flow:
    """The figure while it is drawn."""

    def __init__(self, size: float, room: float, at: float, *, rtl: bool) -> None:
        self.canvas = Canvas(_WIDTH, rtl=rtl)
        self.size, self.room, self.at, self.first = size, room, at, at
        self.under = _TOP + size + 3  # where the ribbons begin
        self.floor = _TOP + size + _FALL  # where the tiles of what is left stand
        self.kept: list[float] = []  # the edges of what is left
        self.low = 0.0  # the last line of text

    def span(self, tiles: int) -> float:
        return tiles * self.size + _GAP * (tiles - 1)

    def band(self, band: Band) -> None:
        width = self.span(band.columns)
        middle, drawn = self.at + width / 2, self.canvas
        drawn.add(f'<g class="o-{band.outcome}">')
        if band.outcome in STOPS:
            self._stopped(band, middle)
        else:
            self._became(band, middle)
        at = middle - self.span(len(band.members)) / 2
        for index, each in enumerate(band.members):
            tile = drawn.tile(at + index * (self.size + _GAP), _TOP, self.size, each.number)
            drawn.add(link(each.href, each.title, tile))
        drawn.add("</g>")
        self.at += width + self.room

    def _stopped(self, band: Band, middle: float) -> None:
        drawn, stop = self.canvas, self.under + 46
        for index in range(len(band.members)):
            at = self.at + index * (self.size + _GAP)
            drawn.add(drawn.ribbon((at, at + self.size, self.under), (at, at + self.size, stop)))
            x = drawn.x(at + self.size / 2)
            mark = f"M{number(x - 4.5)} {number(stop + 6)}l9 9m0-9l-9 9"
            if band.outcome != "cancelled":
                mark = f"M{number(x - 4.5)} {number(stop + 10.5)}h9"
            drawn.add(f'<path class="mark" d="{mark}"/>')
        room = max(self.span(band.columns) + self.room, 84)
        drawn.lines(middle, stop + 38, wrapped(band.label, room, 14, 2), "lab", 20)

    def _became(self, band: Band, middle: float) -> None:
        drawn, wide = self.canvas, self.span(len(band.members))
        top, end = middle - wide / 2, middle - self.span(len(band.ends)) / 2
        last = end + self.span(len(band.ends))
        if band.members:
            below = (end, last, self.floor - 3)
            drawn.add(drawn.ribbon((top, top + wide, self.under), below))
        if band.outcome == "standing" and len(band.members) == len(band.ends):
            half = (self.under + self.floor) / 2 + 7
            drawn.lines(middle, half, [band.label], "big", 0)
        for index, each in enumerate(band.ends):
            at = end + index * (self.size + _GAP)
            kind = kind_of(each)
            tile = drawn.tile(at, self.floor, self.size, each.number, kind)
            is_same = band.outcome == "standing"  # the links are above
            drawn.add(tile if is_same else link(each.href, each.title, tile))
        self.kept += [end, last]
        self._name(band, middle)

    def _name(self, band: Band, middle: float) -> None:
        """Write under a band what it becomes, where its tile has no number or little company."""
        y, width = self.floor + self.size + 20, self.span(band.columns) + self.room
        if band.outcome == "merge-proposed":
            said = wrapped(band.label, self.span(len(band.members)) * 0.85, 14, 2)
            self.canvas.lines(middle, self.under + 25, said, "lab", 18)
        lines: list[str] = []
        if band.outcome == "withdrawn":
            self.canvas.lines(middle, y - 1, [band.word], "lab", 18)
            self.low = max(self.low, y - 1)
        elif band.outcome in {"merge-proposed", "merged"} and band.ends:
            lines = wrapped(band.ends[0].title, width, 13)
        self.canvas.lines(middle, y, lines, "note", 18)
        self.low = max(self.low, y + 18 * (len(lines) - 1)) if lines else self.low

    def done(self, said: Caption) -> Markup:
        drawn = self.canvas
        drawn.add(text(drawn.x(self.first), 20, said.top, "axis", "start"))
        height = self.low or self.under + 110
        if self.kept:
            y = max(self.floor + self.size + 8, self.low + 14 if self.low else 0)
            first, last = drawn.x(min(self.kept)), drawn.x(max(self.kept))
            brace = f"M{number(first)} {number(y)}v7H{number(last)}v-7"
            drawn.add(f'<path class="brace" d="{brace}"/>')
            drawn.add(text((first + last) / 2, y + 30, said.bottom, "axis"))
            height = y + 34
        return _svg(drawn, height + 8, said)


def _svg(canvas: Canvas, height: float, said: Caption) -> Markup:
    # A text that starts somewhere does so in its direction, which the drawing has to say.
    direction = "rtl" if canvas.rtl else "ltr"
    box = f'viewBox="-1 0 {number(canvas.width + 2)} {number(height)}" direction="{direction}"'
    named = 'role="group" aria-labelledby="flow-t" aria-describedby="flow-d"'
    title = f'<title id="flow-t">{escape(said.title)}</title>'
    description = f'<desc id="flow-d">{escape(said.description)}</desc>'
    return svg(f'class="flow" {box} {named}', [title, description, *canvas.parts])


def _crowd(bands: Sequence[Band], said: Caption, *, rtl: bool) -> Markup:
    """Draw one band an outcome, with counts; the tiles are on the page of the proposals."""
    kinds = [[*same] for _, same in groupby(bands, key=lambda each: each.outcome)]
    counts = [sum(len(each.members) for each in same) for same in kinds]
    canvas, room, at = Canvas(_WIDTH, rtl=rtl), 18, 0.0
    unit = (_WIDTH - room * (len(kinds) - 1)) / max(sum(counts), 1)
    for same, count in zip(kinds, counts, strict=True):
        ends, width = sum(len(each.ends) for each in same), count * unit
        kept, middle = min(ends * unit, width), at + width / 2
        low = (middle - kept / 2, middle + kept / 2, 190) if ends else (at, at + width, 145)
        canvas.add(f'<g class="o-{same[0].outcome}">')
        canvas.add(canvas.ribbon((at, at + width, 45), low), _strip(canvas, at, 30, width))
        words = wrapped(same[0].word, width + room, 14, 2)
        canvas.lines(middle, 96, [str(count), *words], "lab", 19)
        if ends:
            canvas.add(_strip(canvas, middle - kept / 2, 193, kept))
            canvas.lines(middle, 225, [str(ends)], "lab", 0)
        canvas.add("</g>")
        at += width + room
    canvas.add(text(canvas.x(0), 18, said.top, "axis", "start"))
    canvas.add(text(canvas.x(0), 252, said.bottom, "axis", "start"))
    return _svg(canvas, 262, said)


def _strip(canvas: Canvas, at: float, y: float, width: float) -> str:
    x = number(canvas.x(at, width))
    return f'<rect class="done" x="{x}" y="{y}" width="{number(width)}" height="12" rx="2"/>'

"""The small drawings: a merge, how far something is, a milestone on the plan's time, the frieze."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ogp_cli.models.card import Completion
from ogp_cli.site.canvas import Canvas, link, number, svg
from ogp_cli.site.flow import Band, kind_of

_FULL: dict[Completion, int] = {"not-started": 0, "limited": 1, "substantial": 2, "complete": 3}
_MANY = 60  # proposals: from there on, neighbours of one outcome are one strip of the frieze


def lineage(band: Band, title: str, here: str, *, rtl: bool) -> Markup:
    """Draw proposals and what they become, sideways; the proposal whose page is `here` is solid."""
    size, gap, width = 36.0, 6, 190
    rows = max(len(band.members), len(band.ends))
    height = rows * (size + gap) - gap
    canvas, wide = Canvas(width, rtl=rtl), len(band.ends) * (size + gap) - gap
    first, last = canvas.x(size + 3), canvas.x(width - size - 3)
    half, middle = number(canvas.x(width / 2)), height / 2
    canvas.add(f'<g class="o-{band.outcome}">')
    for index, each in enumerate(band.members):
        y = index * (size + gap) + (height - len(band.members) * (size + gap) + gap) / 2
        above, below = number(y + 1), number(y + size - 1)
        share = wide / len(band.members)
        low, high = (number(middle - wide / 2 + share * part) for part in (index, index + 1))
        canvas.add(
            f'<path class="ribbon" d="M{number(first)} {above}C{half} {above} {half} {low}'
            f" {number(last)} {low}V{high}C{half} {high} {half} {below} {number(first)} {below}Z"
            f'"/>'
        )
        tile = canvas.tile(0, y, size, each.number, "done" if each.href == here else "cell")
        canvas.add(link("" if each.href == here else each.href, each.title, tile))
    for index, each in enumerate(band.ends):
        y, kind = middle - wide / 2 + index * (size + gap), kind_of(each)
        tile = canvas.tile(width - size, y, size, each.number, kind)
        canvas.add(link("" if each.href == here else each.href, each.title, tile))
    box = f'viewBox="-1 -1 {width + 2} {number(height + 2)}" width="{width}"'
    box += f' height="{number(height)}" role="group" aria-label="{escape(title)}"'
    return svg(f'class="lineage" {box}', [*canvas.parts, "</g>"])


class Frieze:
    """One strip a proposal, in their order; a decoration, hidden from those who listen."""

    def __init__(self, outcomes: Sequence[str], *, rtl: bool) -> None:
        self._outcomes = outcomes
        self._canvas = Canvas(len(outcomes) * 10, rtl=rtl)
        at = 0
        while at < len(outcomes):
            after = at + 1
            while len(outcomes) > _MANY and after < len(outcomes) and self._same(at, after):
                after += 1
            self._canvas.add(self._strip(at, after, 5))
            at = after

    def _same(self, one: int, other: int) -> bool:
        return self._outcomes[one] == self._outcomes[other]

    def _strip(self, at: int, after: int, tall: int) -> str:
        width = (after - at) * 10 - 1.2
        x = number(self._canvas.x(at * 10 + 0.6, width))
        size = f'width="{number(width)}" height="{tall}"'
        return f'<rect class="o-{self._outcomes[at]}" x="{x}" y="{8 - tall}" {size}/>'

    def drawn(self, here: int | None) -> Markup:
        """Draw it; the strip of the proposal that is read is taller."""
        if not self._outcomes:
            return Markup()
        parts = self._canvas.parts
        if here is not None:
            parts = [*parts, self._strip(here, here + 1, 8)]
        box = f'viewBox="0 0 {len(self._outcomes) * 10} 8" preserveAspectRatio="none"'
        return svg(f'class="frieze" {box} aria-hidden="true"', parts)


def meter(completion: Completion | None, *, rtl: bool) -> Markup:
    """Draw how far something is, as reported: none to three of three blocks; the last is ticked."""
    canvas = Canvas(40, rtl=rtl)
    if completion is None:
        canvas.add('<path class="none" d="M2 7h36"/>')
    else:
        for block in range(3):
            kind, x = "on" if block < _FULL[completion] else "off", canvas.x(block * 13.5 + 1, 11)
            canvas.add(
                f'<rect class="{kind}" x="{number(x)}" y="2" width="11" height="10" rx="1.5"/>'
            )
    if completion == "complete":
        canvas.add(
            f'<path class="tick" d="M{number(canvas.x(28, 11) + 2.5)} 7.2l2.3 2.3 3.8-4.6"/>'
        )
    return svg('class="m" viewBox="0 0 40 14" aria-hidden="true"', canvas.parts)


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a plan, on which days are shown in per cent."""

    start: dt.date
    end: dt.date
    rtl: bool

    def share(self, day: dt.date) -> float:
        """Return how much of it has passed on a day."""
        days = max((self.end - self.start).days, 1)
        return max(0.0, min(100.0, (day - self.start).days * 100 / days))

    def x(self, share: float, size: float = 0) -> str:
        """Return the left edge of something `size` wide."""
        return f"{(100 - share - size) if self.rtl else share:.2f}%"


def years(span: Span) -> Markup:
    """Draw the years of a plan, above the bars of its milestones."""
    drawn = []
    for year in range(span.start.year, span.end.year + 1):
        first = max(span.start, dt.date(year, 1, 1))
        last = min(span.end, dt.date(year, 12, 31))
        middle = (span.share(first) + span.share(last)) / 2
        if span.share(last) - span.share(first) > 8:  # noqa: PLR2004 - else it has no room
            drawn.append(f'<text x="{span.x(middle)}" y="12" text-anchor="middle">{year}</text>')
    return svg('width="100%" height="18"', drawn)


def bar(
    span: Span, start: dt.date | None, due: Sequence[dt.date], today: dt.date | None, *, done: bool
) -> Markup:
    """Draw a milestone: a bar to when it was first due, and a dashed line to when it is.

    `due` are its due dates, the last one being the present one.
    """
    days = [span.share(day) for day in due]
    first, last = days[0], days[-1]
    begin = min(span.share(start) if start else first - 1, first - 0.8)
    full, width = " full" if done else "", first - begin
    grid = (dt.date(year, 1, 1) for year in range(span.start.year + 1, due[-1].year + 20))
    drawn = [_line(span, "grid", span.share(day)) for day in grid if day < span.end]
    drawn.append('<line class="base" x1="0" x2="100%" y1="13" y2="13"/>')
    drawn.append(
        f'<rect class="span{full}" x="{span.x(begin, width)}" y="8" width="{width:.2f}%"'
        f' height="10" rx="2"/>'
    )
    if len(days) > 1:
        ends = f'x1="{span.x(min(days))}" x2="{span.x(max(days))}"'
        drawn.append(f'<line class="moved" {ends} y1="13" y2="13"/>')
        drawn += _diamonds(span, days[:-1], "old", 6)
    if today and span.start <= today <= span.end:
        drawn.append(_line(span, "today", span.share(today)))
    drawn += _diamonds(span, [last], f"due{full}", 7)
    return svg('class="bar" width="100%" height="26" aria-hidden="true"', drawn)


def _line(span: Span, kind: str, share: float) -> str:
    return f'<line class="{kind}" x1="{span.x(share)}" x2="{span.x(share)}" y1="0" y2="26"/>'


def _diamonds(span: Span, shares: Iterable[float], kind: str, half: int) -> Iterable[str]:
    shape = f"M0-{half}L{half} 0 0 {half}-{half} 0Z"
    for share in shares:
        yield (
            f'<svg x="{span.x(share)}" y="13" overflow="visible">'
            f'<path class="{kind}" d="{shape}"/></svg>'
        )

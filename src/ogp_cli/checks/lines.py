"""Where a place is in its file: looked up only for what is reported."""

from ogp_cli.plan import Plan
from ogp_cli.problem import Place, Spot
from ogp_cli.store.document import Document, lines_of
from ogp_cli.store.read import reread

_LONGEST = 200


class Lines:
    """Reads again each file that a problem points into, once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._read: dict[str, tuple[list[str], Document | None]] = {}

    def _file(self, file: str) -> tuple[list[str], Document | None]:
        if file not in self._read:
            data, document = reread(self._plan.root, file)
            self._read[file] = (lines_of(data), document)
        return self._read[file]

    def spot(self, place: Place | Spot) -> Spot:
        """Return the line and column of a place."""
        if isinstance(place, Spot):
            return place
        _, document = self._file(place.file)
        return (
            document.spot(place.path, key=place.key, offset=place.offset)
            if document
            else Spot(place.file)
        )

    def excerpt(self, spot: Spot) -> str:
        """Return the line that a spot is on, its end cut where it is very long; "" past that."""
        lines, _ = self._file(spot.file)
        line = lines[spot.line - 1] if spot.line <= len(lines) else ""
        return line[:_LONGEST] if spot.column <= _LONGEST else ""

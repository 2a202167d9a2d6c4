"""Where a place is in its file: looked up only for what is reported."""

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place, Spot
from ogp_cli.store.document import Document, lines_of
from ogp_cli.store.parse import parse
from ogp_cli.store.read import read_bytes

_LONGEST = 200


class Lines:
    """Reads again each file that a problem points into, once; and parses it where it must."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._data: dict[str, bytes] = {}
        self._lines: dict[str, list[str]] = {}
        self._documents: dict[str, Document | None] = {}

    def spot(self, place: Place | Spot) -> Spot:
        """Return the line and column of a place."""
        if isinstance(place, Spot):
            return place
        document = self._document(place.file)
        return (
            document.spot(place.path, key=place.key, offset=place.offset)
            if document
            else Spot(place.file)
        )

    def excerpt(self, spot: Spot) -> str:
        """Return the line that a spot is on, its end cut where it is very long; "" past that."""
        lines = self._lines_of(spot.file)
        line = lines[spot.line - 1] if spot.line <= len(lines) else ""
        return line[:_LONGEST] if spot.column <= _LONGEST else ""

    def _bytes(self, file: str) -> bytes:
        if file not in self._data:
            data = read_bytes(self._plan.root, file)
            self._data[file] = b"" if isinstance(data, Finding) else data
        return self._data[file]

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            self._lines[file] = lines_of(self._bytes(file))
        return self._lines[file]

    def _document(self, file: str) -> Document | None:
        if file not in self._documents:
            self._documents[file] = parse(self._bytes(file), file)[0]
        return self._documents[file]

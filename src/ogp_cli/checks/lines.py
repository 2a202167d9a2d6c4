"""The line and column of a place, looked up only for what is reported."""

from ogp_cli.problem import Place, Spot
from ogp_cli.store.source import Files, Source

_LONGEST = 200


class Lines:
    """Reads a file again if a problem points into it, so that no positions are kept in memory."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._sources: dict[str, Source] = {}

    def spot(self, place: Place | Spot) -> Spot:
        """Return the line and column of a place."""
        return place if isinstance(place, Spot) else self._source(place.file).spot(place)

    def excerpt(self, spot: Spot) -> str:
        """Return the line of a spot, without the end of a very long one; "" past that end."""
        line = self._source(spot.file).line(spot.line)
        return line[:_LONGEST] if spot.column <= _LONGEST else ""

    def _source(self, file: str) -> Source:
        if file not in self._sources:
            self._sources[file] = self._files.open(file)
        return self._sources[file]

"""The institutions, and which of them are departments of others."""

from collections.abc import Iterable, Mapping

from ogp_cli.models.organization import Organization


class Institutions:
    """Answers questions on `part_of`, by the ids of institutions."""

    def __init__(self, organizations: Mapping[str, Organization]) -> None:
        self._organizations = organizations
        self._chains: dict[str, list[str]] = {}

    def chain(self, organization: str) -> list[str]:
        """Return an institution and those that it is part of, the largest first.

        A cycle is followed once; an unknown id gives an empty list.
        """
        if organization not in self._chains:
            chain: dict[str, None] = {}
            current = organization
            while current in self._organizations and current not in chain:
                chain[current] = None
                current = self._organizations[current].part_of or ""
            self._chains[organization] = list(reversed(chain))
        return self._chains[organization]

    def is_known(self, organization: str) -> bool:
        """Whether an institution and everything that it is part of are known."""
        chain = self.chain(organization)
        return bool(chain) and self._organizations[chain[0]].part_of in {None, *chain}

    def concern(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of some institutions is the same as one of the others, or related to it."""
        return any(self.related(one, other) for other in others for one in some)

    def related(self, one: str, other: str) -> bool:
        """Whether two institutions are the same, or one is a part of the other."""
        return one == other or one in self.chain(other) or other in self.chain(one)

"""What composes a file's nodes: libyaml, or ruamel.yaml's own parser where that has no wheel."""

from ruamel.yaml.tag import Tag

from ogp_cli.store.document import NO_TAG

__all__ = ["Composer"]

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:
    from ogp_cli.store.pure import PureParser as Composer
else:

    class Composer(CParser):  # type: ignore[misc,no-redef]  # the C module carries no types
        """libyaml's parser and composer without a resolver: document.py converts the scalars."""

        most_bytes = 1_000_000

        def resolve(self, *_: object) -> Tag:
            """Return no tag, for a node that has none in the file."""
            return NO_TAG

        def descend_resolver(self, *_: object) -> None:
            """Prepare nothing."""

        def ascend_resolver(self) -> None:
            """Tidy nothing up."""

"""What composes a file's nodes: libyaml, or ruamel.yaml's own parser where that has no wheel."""

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.tag import Tag

from ogp_cli.store.document import NO_TAG

__all__ = ["Composer", "words"]

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


# What libyaml says, by the start of what pure.py says in its place.
_WORDS = {
    "duplicate tag handle": "found duplicate %TAG directive",
    "expected ',' or ']'": "did not find expected ',' or ']'",
    "expected ',' or '}'": "did not find expected ',' or '}'",
    "expected '<document start>'": "did not find expected <document start>",
    "expected a comment or a line break": "did not find expected comment or line break",
    "expected alphabetic or numeric": "did not find expected alphabetic or numeric character",
    "expected chomping or": "did not find expected comment or line break",
    "expected escape sequence": "did not find expected hexdecimal number",
    "expected indentation indicator": "found an indentation indicator equal to 0",
    "expected the node content": "did not find expected node content",
    "found character": "found character that cannot start any token",
    "found duplicate YAML": "found duplicate %YAML directive",
    "found non-comment content": "did not find expected <document start>",
    "found undefined tag": "found undefined tag handle",
    "found unexpected document": "found unexpected document indicator",
    "found unknown escape": "found unknown escape character",
    "mapping keys are": "mapping keys are not allowed in this context",
    "mapping values are": "mapping values are not allowed in this context",
    "sequence entries are": "block sequence entries are not allowed in this context",
}


def words(error: MarkedYAMLError) -> str:
    """Return what libyaml says of a mistake, whichever parser found it."""
    problem = error.problem or ""
    if problem.startswith("expected <block end>"):
        is_list = error.context == "while parsing a block collection"
        return "did not find expected '-' indicator" if is_list else "did not find expected key"
    return next((_WORDS[each] for each in _WORDS if problem.startswith(each)), problem)

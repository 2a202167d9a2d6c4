"""The words of libyaml for a mistake, whichever of the two parsers found it."""

from ruamel.yaml.error import MarkedYAMLError

# What libyaml says, by the start of what pure.py says in its place.
_WORDS = {
    "duplicate tag handle": "found duplicate %TAG directive",
    "expected ',' or": "did not find expected ',' or ']'",
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

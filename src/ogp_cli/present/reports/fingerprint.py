"""Ids by which tools that compare two runs recognise the same problem."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from hashlib import sha256

from ogp_cli.problem import Problem


def occurrences(keys: Iterable[Hashable]) -> Iterator[int]:
    """Yield for each key how many equal keys come before it."""
    seen: Counter[Hashable] = Counter()
    for key in keys:
        yield seen[key]
        seen[key] += 1


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """Return an id of 64 hexadecimal digits for each problem, no two alike.

    It depends on the rule, the file and the message, so a problem keeps it when its line moves.
    """
    keys = [(problem.rule, problem.at.file, problem.message) for problem in problems]
    return [_digest(*key, before) for key, before in zip(keys, occurrences(keys), strict=True)]


def _digest(*parts: str | int) -> str:
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()

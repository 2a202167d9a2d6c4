"""What the rules on unknown names share."""

from collections.abc import Callable, Iterable, Iterator

from ogp_cli.problem import Finding, Place


def unknown(
    references: Iterable[tuple[str, Place]],
    is_known: Callable[[str], bool],
    suggest: Callable[[str], str],
    message: str,
    hint: str,
) -> Iterator[Finding]:
    """Yield the unknown names, each once, at its first place.

    `message` and `hint` may use {name}; the hint is given if `suggest` returns no name.
    """
    reported = set()
    for name, place in references:
        if name not in reported and not is_known(name):
            reported.add(name)
            near = suggest(name)
            said = "did you mean “{near}”?" if near else hint
            yield Finding(place, message, said, {"name": name, "near": near})

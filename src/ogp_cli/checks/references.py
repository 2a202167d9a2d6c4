"""What the rules on unknown names share."""

from collections.abc import Callable, Iterable, Iterator

from ogp_cli.problem import Finding, Place


def unknown(
    references: Iterable[tuple[str, Place]],
    is_known: Callable[[str], bool],
    suggest: Callable[[str], str],
    message: str,
    hint: str,
    near_hint: str = "did you mean “{near}”?",
) -> Iterator[Finding]:
    """Yield the unknown names, each once, at its first place.

    `message` and `hint` may say {name}; where `suggest` returns a better one, the hint is
    `near_hint`, which may say {near} too.
    """
    reported = set()
    for name, place in references:
        if name not in reported and not is_known(name):
            reported.add(name)
            near = suggest(name)
            said = near_hint if near else hint
            yield Finding(place, message, said, {"name": name, "near": near})

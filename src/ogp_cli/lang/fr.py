"""French, for partners and for administrations that work in it."""

from ogp_cli.lang.language import Language


def _clock(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(hour)} h {minute}"


LANGUAGE = Language(
    code="fr",
    colon=" :",
    conjunction=" et ",
    semicolon=" ;",
    quotes=("« ", " »"),
    separator=";",
    date_pattern_of_first="EEEE '1er' MMMM y",
    clock=_clock,
)

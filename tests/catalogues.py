"""What the catalogues say, read from their source."""

from babel.messages.pofile import read_po

from ogp_cli.lang.catalogue import LOCALE


def catalogue_of(code: str) -> dict[str, str]:
    """Return the sentences of a catalogue by their English ones, without its head."""
    with (LOCALE / code / "LC_MESSAGES" / "ogp.po").open("rb") as source:
        messages = read_po(source, locale=code, abort_invalid=True)
    assert not any(each.fuzzy for each in messages if each.id)
    return {str(each.id): str(each.string) for each in messages if each.id}

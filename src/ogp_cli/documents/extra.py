"""The formats that need more than the tool itself."""

from ogp_cli.errors import OgpError


def missing(error: ImportError) -> OgpError:
    """Return what to say where a format's package is not installed."""
    hint = "install it: pip install 'ogp-cli[documents]'"
    return OgpError(f"this format needs the package “{error.name}”", hint)

"""The program: `ogp`, and `python -m ogp_cli`."""

import gc
import os
import signal
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # Ctrl-C ends the program as SIGTERM does, at any time and without a traceback. Where it is
    # ignored, as in a background job of a shell, it still is.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    _open_streams()
    # pydantic would look for plug-ins in every installed package; ogp wants none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What a command no longer needs goes when it ends: to look for it takes half the time that a
    # large book is read in, and Python looks once more at its exit, but not at what is frozen.
    gc.disable()
    from ogp_cli.cli import main as run  # noqa: PLC0415 - the imports need no garbage collection either

    code = run()
    gc.freeze()
    return code


def _open_streams() -> None:
    """Open what was closed at the start, as by `>&-`; a file of the book would take its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


if __name__ == "__main__":
    sys.exit(main())

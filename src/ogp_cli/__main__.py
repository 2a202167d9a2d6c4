"""The program: `ogp`, and `python -m ogp_cli`."""

import gc
import signal
import sys

_TERMINATED = 128 + signal.SIGTERM


def main() -> int:
    """Run the command line and return its exit code."""
    # As any other end: temporary files are removed, and processes that were started are ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    # What a command no longer needs goes when it ends: to look for it takes half the time that a
    # large book is read in, and Python looks once more at its exit, but not at what is frozen.
    gc.disable()
    from ogp_cli.cli import main as run  # noqa: PLC0415 - the imports need no garbage collection either

    code = run()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The program: `ogp`, and `python -m ogp_cli`."""

import gc
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # A command is short: what it no longer needs goes when it ends. Collecting garbage before that
    # takes half the time of reading a large book.
    gc.disable()
    from ogp_cli.cli import main as run  # noqa: PLC0415 - the imports need no garbage collection either

    return run()


if __name__ == "__main__":
    sys.exit(main())

"""The program: `ogp`, and `python -m ogp_cli`."""

import gc
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # What a command no longer needs goes when it ends: to look for it takes half the time that a
    # large book is read in, and Python looks once more at its exit, but not at what is frozen.
    gc.disable()
    from ogp_cli.cli import main as run  # noqa: PLC0415 - nothing to look for among the imports too

    code = run()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())

"""`python -m ogp_cli` is `ogp`."""

import sys

from ogp_cli.cli import main

sys.exit(main())

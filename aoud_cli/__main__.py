"""`python -m aoud_cli` is `aoud`."""

from __future__ import annotations

import sys

from aoud_cli.entry import run

if __name__ == "__main__":
    sys.exit(run())

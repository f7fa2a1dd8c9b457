"""What runs first: an interrupt is as silent while the program is loaded as it is later."""

from __future__ import annotations

INTERRUPTED = 130  # as shells say of a process that Ctrl-C ended


def run() -> int:
    """Run `aoud` with the arguments of the process and give its exit status."""
    try:
        from aoud_cli.cli.main import main

        return main()
    except KeyboardInterrupt:
        return INTERRUPTED

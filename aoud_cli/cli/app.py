"""The whole program: every command is registered where it is defined."""

from __future__ import annotations

from aoud_cli.cli import commands, tools
from aoud_cli.cli.register import program

__all__ = ["commands", "program", "tools"]

"""Findings that are looked for when somebody asks: to list claims or articles nothing need be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import overload

from aoud_cli.model import Finding


class Later(Sequence[Finding]):
    """A sequence made at its first use, and once; equal to any sequence of the same findings."""

    def __init__(self, make: Callable[[], Iterable[Finding]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> tuple[Finding, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, at: int | slice) -> Finding | tuple[Finding, ...]:
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._all)

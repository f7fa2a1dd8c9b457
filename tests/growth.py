"""How the time of a reading grows with its text: the ratio of two sizes in one run, as machines are noisy."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

SHORTEST: Final = 0.002  # seconds: a clock tells nothing of less


def growth(work: Callable[[int], object], few: int, times: int = 4) -> float:
    """How many times as long `work(times * few)` takes as `work(few)`, of the processor's time, at best of three, taken by turns.

    What takes its text's length gives about `times`, what takes its square `times ** 2`.
    """

    def seconds(size: int) -> float:
        start = time.process_time()
        work(size)
        return time.process_time() - start

    taken = [(seconds(few), seconds(times * few)) for _ in range(3)]
    little, much = (max(min(side), SHORTEST) for side in zip(*taken, strict=True))
    return much / little

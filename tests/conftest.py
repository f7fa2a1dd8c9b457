"""What holds for all tests: nothing is kept from one run to the next."""

from __future__ import annotations

import os

os.environ["AOUD_CACHE"] = "off"

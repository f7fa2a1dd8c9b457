"""Two articles about an invented show, and its profile."""

from __future__ import annotations

from places import TESTS

ORDER = ("renewal.announced", "production.filming_start", "production.filming_end", "release.premiere")


PROFILE = (TESTS / "example_profile.yaml").read_text("utf-8") + f"order: [{', '.join(ORDER)}]\n"


SPRING = """Night Harbour: what we know about season 2
Published: March 1, 2024

Moon Ha-eun plays the pilot Ahn Seo-rin. Seo Ji-an plays Pyo Do-yun.
Night Harbour was renewed for a second season on February 1, 2024.
Season 2 is expected to premiere in mid-2025.
Season 1 was watched for over 310 million hours in its first 28 days.
"""


WINTER = """Night Harbour season 2: the shoot goes on
Published: January 15, 2026

Filming of season 2 began in September 2025 and will wrap in May 2026.
Streamly has not announced a premiere date for season 2.
Moon Ha-eun will return as Ahn Seo-rin, and Seo Ji-an plays Pyo Do-yun.
Season 1 consists of twelve episodes. The series is directed by Gil Tae-oh.
Season 1 was watched for over 310 million hours in its first 28 days.
"""

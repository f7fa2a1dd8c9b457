"""Dates in a text as intervals."""

"""Whose season a claim is of."""

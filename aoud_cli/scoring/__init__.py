"""Claims measured against what careful readers found in the same articles (gold)."""

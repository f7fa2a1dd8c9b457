"""Claims compared: when each was made, how values stand to one another, and the verdicts."""

"""A file a verdict: how the claims about one fact, or several, stand to one another."""

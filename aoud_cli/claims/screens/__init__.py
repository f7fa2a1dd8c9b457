"""What must not be a claim although its words are read."""

"""Names of people and what a profile knows: spellings, sameness, the show."""

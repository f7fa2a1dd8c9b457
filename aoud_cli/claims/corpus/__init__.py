"""From articles to claims: what each article gives to the others, step by step, in one process or in several, and what is kept of it."""

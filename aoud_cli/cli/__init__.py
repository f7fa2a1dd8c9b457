"""The commands: what may be typed, and what each hands to the entry point."""

"""What every floor needs and nobody else has: text as it is matched, files, strict YAML, harmless output."""

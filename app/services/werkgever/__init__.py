"""Use cases about employers."""

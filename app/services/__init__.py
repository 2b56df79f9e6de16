"""Use cases: one function is one handling in one transaction."""

"""Activiteiten: what a klant does, and how the leefgebieden are doing."""

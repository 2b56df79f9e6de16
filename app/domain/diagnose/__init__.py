"""Diagnose: the picture of the leefgebieden, with Dariuz or the format."""

"""Bron: the forms in which a delivery may come, read piece by piece so that nothing holds a whole file."""

"""Herzieningen: opening one, deciding, what follows, and herbeoordeling in time."""

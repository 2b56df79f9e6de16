"""Herzieningen: a besluit looked at again, and what came of looking at a maatregel in time."""

"""Verzoeken van nuggers over HTTP."""

"""Verwijzingen over HTTP."""

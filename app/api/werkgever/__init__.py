"""Werkgevers over HTTP."""

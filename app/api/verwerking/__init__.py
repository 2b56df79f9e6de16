"""Verwerkingen over HTTP."""

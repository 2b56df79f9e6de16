"""Vaststelling van beleid over HTTP."""

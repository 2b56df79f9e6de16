"""Beleid over HTTP."""

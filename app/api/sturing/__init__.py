"""Sturing over HTTP."""

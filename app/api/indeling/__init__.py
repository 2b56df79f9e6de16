"""Indeling over HTTP."""

"""Mutaties over HTTP."""

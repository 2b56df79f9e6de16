"""Activiteiten over HTTP."""

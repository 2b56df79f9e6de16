"""Groepsactiviteiten over HTTP."""

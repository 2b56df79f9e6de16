"""Besluiten over HTTP."""

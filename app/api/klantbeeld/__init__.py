"""Klantbeeld over HTTP."""

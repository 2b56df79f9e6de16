"""Blokkering over HTTP."""

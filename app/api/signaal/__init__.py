"""Signalen over HTTP."""

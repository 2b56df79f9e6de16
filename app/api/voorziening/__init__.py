"""Voorzieningen over HTTP."""

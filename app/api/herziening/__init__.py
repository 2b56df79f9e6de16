"""Herzieningen over HTTP."""

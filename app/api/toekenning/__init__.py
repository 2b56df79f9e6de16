"""Toegekende voorzieningen over HTTP."""

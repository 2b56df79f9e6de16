"""Bezwaren over HTTP."""

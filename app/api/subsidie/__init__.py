"""Subsidies over HTTP."""

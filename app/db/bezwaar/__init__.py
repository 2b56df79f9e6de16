"""Bezwaren."""

"""Budgetten over HTTP."""

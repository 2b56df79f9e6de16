"""Begeleiding over HTTP."""

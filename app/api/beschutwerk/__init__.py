"""Beschut werk over HTTP."""

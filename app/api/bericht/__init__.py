"""Berichten over HTTP."""

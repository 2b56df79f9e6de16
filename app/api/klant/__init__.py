"""Klanten over HTTP."""

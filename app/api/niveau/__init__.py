"""Dienstverleningsniveaus over HTTP."""

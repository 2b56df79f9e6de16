"""Loonkostensubsidie over HTTP."""

"""Incidenten en pandverboden over HTTP."""

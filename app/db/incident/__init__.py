"""Incidenten and pandverboden."""

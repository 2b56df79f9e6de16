"""Voorziening: which voorzieningen fit which klantgroep."""

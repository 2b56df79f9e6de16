"""Medewerkers over HTTP."""

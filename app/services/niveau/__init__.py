"""Niveau: which level of service holds, and what in a dossier was made under it."""

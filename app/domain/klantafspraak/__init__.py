"""Klantafspraak: what klant and gemeente agreed on, and whether it was kept."""

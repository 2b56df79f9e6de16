"""Werk-leerroute: two phases, at the werkbedrijf and with an employer (verordening 8a, beleidsregels 4)."""

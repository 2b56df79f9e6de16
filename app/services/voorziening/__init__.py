"""Voorzieningen: the catalogue, what may be offered to a klant, and to which klanten something may be offered."""

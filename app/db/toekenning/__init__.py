"""Toekenning: granted voorzieningen and what happened to them."""

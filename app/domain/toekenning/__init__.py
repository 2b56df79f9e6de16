"""Toekenning: a voorziening for one klant, from concept to outcome."""

"""Besluiten of every kind: taking, replaying, toetsing by another person, and bekendmaking."""

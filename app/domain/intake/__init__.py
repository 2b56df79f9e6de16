"""Intake: melding, screening, loket, voorschot and stukken."""

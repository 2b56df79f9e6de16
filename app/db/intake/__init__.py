"""Intake: meldingen, screeningen, voorschotten and stukken."""

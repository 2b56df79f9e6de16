"""Intake: from melding to the end of the screening, with voorschot and stukken."""

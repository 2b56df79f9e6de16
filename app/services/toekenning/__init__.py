"""Toekenning: a voorziening is proposed, granted, put in, followed and ended."""

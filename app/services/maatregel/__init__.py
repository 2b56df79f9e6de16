"""Maatregelzaken: opening, steps, gereedheid, advice and decision."""

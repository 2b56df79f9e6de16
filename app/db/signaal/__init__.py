"""Signaal: signals and the mark of a niet-willer."""

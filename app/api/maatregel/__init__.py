"""Maatregelzaken over HTTP."""

"""Ontheffingen en nadere verplichtingen over HTTP."""

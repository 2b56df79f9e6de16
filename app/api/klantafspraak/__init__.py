"""Afspraken met de klant over HTTP."""

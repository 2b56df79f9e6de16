"""Bericht: messages and letters to the klant."""

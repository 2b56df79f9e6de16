"""Verwijzing: to whom on the sociale kaart a klant is referred, how, and what came of it."""

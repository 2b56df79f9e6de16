"""Sturing: numbers for who leads a team, without giving a klant away or reading chance as a difference."""

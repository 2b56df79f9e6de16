"""Taaleis: recording facts, watching terms, and the besluiten on effort, verlaging and ontheffing."""

"""Begeleiding: contact with a klant between the appointments, and what was agreed in it."""

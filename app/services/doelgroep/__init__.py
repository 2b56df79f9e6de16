"""Doelgroep: recording facts about a klant and what follows from them."""

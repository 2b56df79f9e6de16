"""Machtiging: whether information may be exchanged with somebody around the klant, and every contact with them."""

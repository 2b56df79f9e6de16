"""Wat als: berekenen zonder te beslissen, over HTTP."""

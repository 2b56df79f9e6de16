"""Bezwaren: receiving, hearing, deciding, and what follows."""

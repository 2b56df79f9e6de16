"""Doelgroepen over HTTP."""

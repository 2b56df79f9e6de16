"""Doelgroep: what is known of jongeren, bijzondere doelgroepen, statushouders and others, and what follows from it."""

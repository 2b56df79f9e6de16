"""Groepsactiviteiten: workshops, follow-up groups, De Brug, mediation and weekly groups."""

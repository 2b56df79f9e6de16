"""Werkgever: employers, their numbers, what they intend, whom they employ and how a place became free."""

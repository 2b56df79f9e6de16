"""Taaleis: the effort to learn Dutch up to 1F, and the verlaging for who makes none (Participatiewet 18b)."""

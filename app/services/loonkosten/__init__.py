"""Loonkosten: use cases around doelgroep, loonwaarde and loonkostensubsidie (Participatiewet 10c, 10d)."""

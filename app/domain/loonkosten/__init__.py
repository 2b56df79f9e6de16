"""Loonkosten: doelgroep, praktijkroute, loonwaarde and the amount of the subsidy (Participatiewet 10c, 10d)."""

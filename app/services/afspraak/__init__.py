"""Afspraak: kick-off bijeenkomsten, the presentielijst, other appointments, and what follows on a no-show."""

"""Nugger: who has no uitkering and asks for support with finding work (Participatiewet 6, 7, 10)."""

"""Nugger: requests for support, the besluit, and what is put in."""

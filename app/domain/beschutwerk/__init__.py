"""Beschut werk: work in a sheltered place, within the places of a year (Participatiewet 10b, verordening 7)."""

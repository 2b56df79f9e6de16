"""Beschut werk: from the initiative through UWV and the besluit to a place, or the waiting list."""

"""Diagnose: results, and the deliveries in which they come."""

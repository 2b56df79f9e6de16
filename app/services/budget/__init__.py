"""Booking on budgets, and looking at them."""

"""Budgets, what is booked on them, and who waits."""

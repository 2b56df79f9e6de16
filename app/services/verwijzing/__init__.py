"""Referrals: made, followed, closed."""

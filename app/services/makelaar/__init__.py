"""Referrals to the participatiemakelaar: made, followed, reported back, closed."""

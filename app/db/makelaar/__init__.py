"""Makelaar: referrals to the participatiemakelaar with their begeleidingsdocument."""

"""Sturing: numbers for the team leader and the policy officer that tell no klant."""

"""Verwijzing: referrals of klanten."""

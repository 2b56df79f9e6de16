"""Vaststelling: decisions on policy versions and what followed."""

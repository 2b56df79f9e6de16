"""Gesprek: what is asked in which conversation, what was answered, and what was noticed."""

"""Incident: serious misconduct of a klant, the letter of the manager, and a pandverbod."""

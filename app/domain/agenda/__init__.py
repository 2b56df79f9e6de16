"""Agenda: when which employee and which room are free, and how an appointment is held."""

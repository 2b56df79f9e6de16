"""Afspraak: appointments, kick-off sessions, reminders and what follows on a no-show."""

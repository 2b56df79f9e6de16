"""Werk-leerroute: enrolment on a toekenning, two phases, assignments, progress, and the document at the end."""

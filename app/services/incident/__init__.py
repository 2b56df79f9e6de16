"""Incident: recording misconduct, the warning letter and a pandverbod."""

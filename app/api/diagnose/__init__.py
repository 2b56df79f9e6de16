"""Diagnose over HTTP."""

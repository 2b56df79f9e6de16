"""Bezwaar: in time, heard, reconsidered by somebody else, and decided with reasons (Awb 6 and 7)."""

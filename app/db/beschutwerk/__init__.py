"""Beschut werk: zaken, places with what makes the work possible, and what bridges the time until then."""

"""Diagnose: results of Dariuz that come in, and the format on the leefgebieden."""

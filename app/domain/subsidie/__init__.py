"""Subsidies and vergoedingen: one engine, and per regeling its own conditions and amounts (verordening 11 to 14)."""

"""Bijeenkomsten en afspraken over HTTP."""

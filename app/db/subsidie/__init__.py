"""Subsidies and vergoedingen, their termijnen, invoices and payments."""

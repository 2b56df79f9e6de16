"""Verplichting: ontheffingen, and duties that were imposed."""

"""Verplichting: ontheffingen of the duties of article 9, and the extra duties of article 55."""

"""Verplichting: recording ontheffingen and nadere verplichtingen, and asking which held on a day."""

"""Decisions on policy: recorded, advised on, published and told."""

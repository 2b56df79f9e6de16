"""Blokkering: situations, contact ladder, blocks, and the besluiten that follow."""

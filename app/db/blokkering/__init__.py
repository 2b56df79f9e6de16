"""Situations, attempts, blocks, and the opschorting and intrekking that may follow."""

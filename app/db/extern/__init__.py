"""Extern: records that also stand in another system, with their reference there."""

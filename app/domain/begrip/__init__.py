"""Begrip: what terms mean, and which meaning goes first."""

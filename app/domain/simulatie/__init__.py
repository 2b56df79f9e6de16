"""Simulatie: what another policy would have done to decisions that were taken, told without telling a person."""

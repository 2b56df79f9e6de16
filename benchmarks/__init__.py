"""Measurements: each a ratio within one run, because absolutes do not hold on another machine."""

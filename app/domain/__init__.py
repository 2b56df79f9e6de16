"""The rules: pure, without clock, I/O or framework."""

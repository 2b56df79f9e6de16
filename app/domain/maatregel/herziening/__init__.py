"""A sent besluit looked at again: herziening, inkeer and herbeoordeling in time."""

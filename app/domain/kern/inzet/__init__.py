"""What the rooms of voorzieningen and subsidies share."""

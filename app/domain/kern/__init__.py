"""What the rooms of the domain share."""

"""Budget: what may be spent per regeling and calendar year, what is promised and paid, and what is left."""

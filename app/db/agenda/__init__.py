"""Tables and queries of the agenda."""

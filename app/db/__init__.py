"""Tables and named queries, session and history."""

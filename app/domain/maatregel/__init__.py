"""The maatregel procedure: what must be done before a lawful decision, what it costs, and the decision itself."""

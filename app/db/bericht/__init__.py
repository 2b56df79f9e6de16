"""Messages and letters: the table, and the texts of the policy."""

"""Letters: what was made, its bytes, and what happened to it; all rows only grow."""

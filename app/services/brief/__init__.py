"""Letters: made from the trace, kept with their hash, sent, and withdrawn before that."""

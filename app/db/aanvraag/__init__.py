"""The aanvraag and everything in it."""

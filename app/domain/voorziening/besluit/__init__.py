"""The besluit on a voorziening: granting, refusing and extending it, on the same conditions as the offer."""

"""The uitkeringsafhandeling: thirteen steps, stukken, report, besluit, and what ends an aanvraag otherwise."""

"""Subsidies: aanvraag, besluit, betaalschema, facturen, betaalopdrachten, vaststelling and terugvordering."""

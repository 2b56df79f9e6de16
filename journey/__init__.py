"""The journey: one story from melding to mutatie, played over HTTP and checked at every step."""

"""Klantverzoek: what a klant in Faciliteren or Zorgen asks of the inkomensconsulent."""

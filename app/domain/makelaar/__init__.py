"""Makelaar: the short help of a participatiemakelaar, to which the inkomensconsulent refers a klant."""

"""Verloop: where a zaak is in the procedure of its gedraging, step by step, with the proof and the reason."""

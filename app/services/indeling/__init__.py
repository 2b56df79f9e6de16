"""Indeling: the ambitiegesprek, the proposal for a klantgroep and the decision."""

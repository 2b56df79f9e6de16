"""Indeling: the proposal for a klantgroep, the decision and the change of klantgroep."""

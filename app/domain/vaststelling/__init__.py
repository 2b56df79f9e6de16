"""Vaststelling: who may decide on a policy version, what was advised, and what follows when it is activated."""

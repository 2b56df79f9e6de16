"""Plannen van aanpak over HTTP."""

"""Gebeurtenissen over HTTP."""

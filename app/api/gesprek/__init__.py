"""Gesprekken over HTTP."""

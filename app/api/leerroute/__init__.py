"""Werk-leerroutes over HTTP."""

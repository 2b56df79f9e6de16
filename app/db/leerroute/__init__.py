"""Werk-leerroutes of klanten: phases, assignments and progress."""

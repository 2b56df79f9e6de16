"""Campagne: all klanten are told of the minimaregelingen, twice a year."""

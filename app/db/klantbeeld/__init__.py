"""Klantbeeld: everything about one klant at once, one statement per part whatever the size of the file."""

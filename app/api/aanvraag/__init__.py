"""The uitkeringsafhandeling over HTTP."""

"""De agenda over HTTP."""

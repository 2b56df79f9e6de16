"""De taaleis over HTTP."""

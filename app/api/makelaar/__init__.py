"""De participatiemakelaar over HTTP."""

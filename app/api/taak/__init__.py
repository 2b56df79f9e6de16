"""De werkvoorraad over HTTP."""

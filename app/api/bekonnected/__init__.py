"""BeKonnecteD over HTTP."""

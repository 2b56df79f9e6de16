"""BeKonnecteD: active and fit for work in a werkstroom, with uitkering, after three months of Matchen."""

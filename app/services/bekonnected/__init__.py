"""BeKonnecteD: werkstromen, own workplaces, trajecten with their evaluation, and instruments in Matchen."""

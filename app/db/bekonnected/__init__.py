"""BeKonnecteD: werkstromen with places, proposals for an own workplace, trajecten and what was seen in them."""

"""Policy as dated data: packs, the national frame, the register that resolves them."""

"""Policy simulations: what was asked, how far each is, and the decisions that they run over."""

"""Numbers for who leads a team: the cases behind them."""

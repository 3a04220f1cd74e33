"""Pages to annotated sentences: the entities they name, the citations behind them, what lies around them."""

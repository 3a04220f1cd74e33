"""Citations to candidates: what the cited places of the sources say."""

"""The language server: what the checker knows, told in an editor while its user writes."""

"""Rules on claims: what an author holds stays the author's."""

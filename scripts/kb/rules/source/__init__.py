"""Rules on sources, what they say and whether they agree."""

"""Rules on who belongs on which day."""

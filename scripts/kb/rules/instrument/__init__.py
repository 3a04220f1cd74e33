"""Rules on the life of treaties and other instruments."""

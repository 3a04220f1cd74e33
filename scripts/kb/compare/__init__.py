"""What has changed of the facts between two revisions, worst first."""

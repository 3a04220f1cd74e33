"""Reports: the same findings for a terminal, for GitHub and for programs."""

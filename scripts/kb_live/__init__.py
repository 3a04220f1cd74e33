"""Serves the site while it is being written: each page is made when somebody looks at it, with what is found on it."""

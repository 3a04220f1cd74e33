"""The rules: one file, one function, one page; found by existing."""

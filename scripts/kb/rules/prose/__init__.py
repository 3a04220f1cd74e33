"""Rules on what pages say: figures, names, lists, citations, and how a page is written."""

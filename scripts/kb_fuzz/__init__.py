"""Mutates real pages, ledger files and entries and hands them to everything that reads them: no part of the engine.

``python -m kb_fuzz`` runs it; each input is made from a seed and a number, so that whatever is found can be made again.
"""

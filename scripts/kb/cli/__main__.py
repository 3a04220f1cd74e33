"""Lets `python -m kb.cli` stand for the `kb` command."""

import sys

from kb.cli import main

sys.exit(main())

"""The command: `python build.py` builds the site, `python build.py --help` says what else there is."""

import os
import sys
from pathlib import Path

from showcase.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent, os.environ))

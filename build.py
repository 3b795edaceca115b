"""The command: `python build.py` builds the site, `python build.py --help` says what else there is."""

import os
import sys

from showcase.start import start

if __name__ == "__main__":
    sys.exit(start(sys.argv[1:], os.path.dirname(os.path.realpath(__file__)), os.environ))

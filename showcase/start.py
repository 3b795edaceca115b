"""The words after `python build.py` get their answer: the one that is remembered, else that of the command."""

import gc
import sys
import time
from collections.abc import Mapping, Sequence

from showcase.answers import answer, question

# How many more objects there are to be before Python looks for unused ones that refer to each other, first among the
# youngest. Of those a build makes hardly any, and to look as often as usual took a tenth of its time.
THRESHOLDS = (100_000, 50, 1_000)


def start(arguments: Sequence[str], root: str, environ: Mapping[str, str]) -> int:
    """The exit code of what the arguments ask of the project at `root`."""
    found = answer(question(arguments, root, environ), time.time())
    if found is not None:
        sys.stdout.write(found[0])
        return found[1]
    gc.set_threshold(*THRESHOLDS)
    # Only now, as loading the commands takes longer than most answers that are remembered.
    from pathlib import Path

    from showcase.cli import main

    code = main(arguments, Path(root), environ)
    gc.freeze()  # else Python would look through all that was made once more before it ends
    return code

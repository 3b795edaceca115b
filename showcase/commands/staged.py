"""What is staged in git becomes a project of its own, so that what is checked is what will be committed."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from showcase.codes import _
from showcase.commands.tool import RefusalError, Tool

NO_GIT = _("git cannot be asked what is staged: {detail}")
# What a check reads; the program itself is not taken from the index.
READ = ("content", "templates", "locales", "site.yaml")
CACHE = ".cache"


@contextmanager
def staged_root(tool: Tool) -> Iterator[Path | None]:
    """A folder with the project as it is staged; nothing where nothing that a check reads is staged."""
    if not git(tool, "diff", "--cached", "--name-only", "-z", "--", *READ):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="showcase-staged-") as name:
        root = Path(name).resolve()
        files = git(tool, "ls-files", "--cached", "-z", "--", *READ)
        git(tool, "checkout-index", "--quiet", "-z", "--stdin", f"--prefix={root}/", given=files)
        # What earlier builds remember goes by what is read, not by where it lies.
        (tool.root / CACHE).mkdir(exist_ok=True)
        (root / CACHE).symlink_to(tool.root / CACHE)
        yield root


def git(tool: Tool, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in the project's folder."""
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments
            ["git", "-C", str(tool.root), *arguments],  # noqa: S607 - whichever git the editor uses
            input=given,
            capture_output=True,
            check=True,
        )
    except OSError as error:
        raise RefusalError(NO_GIT, {"detail": str(error)}, exit_code=1) from None
    except subprocess.CalledProcessError as error:
        detail = error.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise RefusalError(NO_GIT, {"detail": detail}, exit_code=1) from None
    return done.stdout

"""Turns a machine into the path of a Chromium for the browser tests, installing one where that is allowed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TIME_LIMIT = 600
ADVICE = "No Chromium was found and none be installed: install the package `chromium`, or set CHROMIUM to its path."


def chosen() -> str | None:
    """The browser named by the environment variable CHROMIUM, if it can be run."""
    return shutil.which(os.environ.get("CHROMIUM", "")) or None


def on_path() -> str | None:
    """The first browser of a known name on PATH."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def ran(command: tuple[str, ...], **settings: str) -> bool:
    """Whether the command ended well; what it says goes to standard error, for standard output belongs to the path."""
    try:
        environment = {**os.environ, **settings}
        subprocess.run(command, check=True, stdout=sys.stderr, env=environment, timeout=TIME_LIMIT)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def from_debian() -> str | None:
    """The browser of Debian's packages, installed now; only root may do that."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    install = (*quiet, "install", "--yes", "--no-install-recommends", "chromium")
    ran((*quiet, "update"))
    return on_path() if ran(install, DEBIAN_FRONTEND="noninteractive") else None


def playwright_path() -> str | None:
    """The browser that Playwright keeps for itself, if it is there."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this way of three needs it
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def from_playwright() -> str | None:
    """The browser that Playwright downloads."""
    return playwright_path() if ran((sys.executable, "-m", "playwright", "install", "chromium")) else None


def chromium() -> str | None:
    """The path of a Chromium, found or installed; the cheap ways come first."""
    ways = (chosen, on_path, playwright_path, from_debian, from_playwright)
    return next((path for path in (way() for way in ways) if path), None)


def main() -> int:
    """Exit 0 with the path on standard output, or 1 with advice."""
    path = chromium()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())

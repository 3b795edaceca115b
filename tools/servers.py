"""Makes sure that the servers for the tests of publishing are on this machine: nginx, Caddy and rsync."""

import os
import shutil
import sys
from pathlib import Path

from tools.chromium import ran

# Where Debian keeps nginx, a path that users' shells need not have.
ELSEWHERE = "/usr/sbin"
WANTED = {"nginx": "nginx-light", "caddy": "caddy", "rsync": "rsync", "git": "git"}
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
ADVICE = "Please install: {packages} (on Debian and Ubuntu with apt)."


def program(name: str) -> str | None:
    """The path of a program."""
    return shutil.which(name) or shutil.which(name, path=ELSEWHERE)


def missing() -> list[str]:
    """The Debian packages that are still to be installed."""
    packages = [package for name, package in WANTED.items() if not program(name)]
    return packages if MODULE.exists() else [*packages, "libnginx-mod-http-brotli-static"]


def installed(packages: list[str]) -> bool:
    """Whether they are there now; only root may install them."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    ran((*quiet, "update"))
    return ran((*quiet, "install", "--yes", "--no-install-recommends", *packages), DEBIAN_FRONTEND="noninteractive")


def main() -> int:
    """Exit 0 where all servers are there, else 1 with advice."""
    packages = missing()
    if packages and not (installed(packages) and not missing()):
        print(ADVICE.format(packages=" ".join(packages)), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

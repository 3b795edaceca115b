"""A release is asked for by many at once, through nginx under the shipped settings, on this machine alone."""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from showcase.hosting.headers import rules
from showcase.hosting.media_types import is_twin
from showcase.hosting.servers import Server, nginx
from showcase.reading.configuration import read_settings
from tools.servers import program
from tools.web_servers import serving

ROOT = Path(__file__).parents[1]
HIDDEN = ("_headers", "_redirects", ".nojekyll", "CNAME", "404.html")


def addresses(site: Path) -> list[str]:
    """The address of every file that visitors may ask for."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    shown = (path for path in files if path not in HIDDEN and not is_twin(path))
    return [f"/{path.removesuffix('index.html')}" for path in shown]


def measured(site: Path, seconds: int, connections: int) -> dict[str, float]:
    """What wrk counted: requests, errors, answers with wrong headers, and how long answers took."""
    settings = read_settings(ROOT)
    told = nginx(Server(rules(settings), (), settings.codes, ("br", "gz")))
    with TemporaryDirectory() as name, serving("nginx", told, site.resolve(), Path(name)) as port:
        paths, headers = Path(name, "paths"), Path(name, "headers")
        paths.write_text("".join(f"{each}\n" for each in addresses(site)), encoding="utf-8")
        lines = (f"{name}: {value}\n" for name, value in rules(settings).everywhere)
        headers.write_text("".join(lines), encoding="utf-8")
        command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(ROOT / "tools/load.lua")]
        command += [f"http://127.0.0.1:{port}", "--", str(paths), str(headers)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    pairs = (line.split() for line in done.stdout.splitlines() if line[:1].islower())
    return {pair[0]: float(pair[1]) for pair in pairs if len(pair) == 2}


def main() -> int:
    """Exit 0 where every answer was right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    if not program("wrk") or not program("nginx"):
        raise SystemExit("Please install wrk and nginx-light with libnginx-mod-http-brotli-static.")
    found = measured(options.site, options.seconds, options.connections)
    for name, value in found.items():
        print(f"{name}: {value:g}")
    print(f"requests a second: {found['requests'] / found['seconds']:.0f}")
    return int(any(found[name] for name in ("errors", "not-200", "wrong-headers")))


if __name__ == "__main__":
    sys.exit(main())
